/** Types that make a missing key or a missing parameter a compile error. */
import type { zhCN } from './zh-CN/index.ts';

export type Messages = typeof zhCN;

/** `group_one` and `group_other` are two forms of the message `group`; Chinese needs only one. */
type Base<K> = K extends `${infer B}_other` ? B : K;
export type MessageKey = Base<keyof Messages>;

type Trim<S extends string> = S extends ` ${infer R}` | `${infer R} ` ? Trim<R> : S;
/** Names between double braces. */
type Named<S extends string> = S extends `${string}{{${infer P}}}${infer R}`
  ? Trim<P> | Named<R>
  : never;

type Template<K extends MessageKey> = Messages[Extract<keyof Messages, K | `${K}_other`>];
type ParamName<K extends MessageKey> =
  Named<Template<K>> | (`${K}_other` extends keyof Messages ? 'count' : never);

/** What has to be given with a key: nothing, or one value for every name in its template. */
export type MessageParams<K extends MessageKey> = [ParamName<K>] extends [never]
  ? []
  : [params: { readonly [P in ParamName<K>]: ParamValue<K, P> }];

type ParamValue<K extends MessageKey, P> = P extends 'count'
  ? `${K}_other` extends keyof Messages
    ? number
    : string | number
  : string | number;

/** A complete catalogue in a language with plurals: the same keys, and a singular where there are two forms. */
export type Translation = { readonly [K in keyof Messages]: string } & {
  readonly [K in keyof Messages as K extends `${infer B}_other` ? `${B}_one` : never]: string;
};

/** The same catalogue, if every message has exactly the parameters of its Chinese original. */
export type SameParams<T extends Translation> = {
  readonly [K in keyof Messages]: [Named<T[K]>] extends [Named<Messages[K]>]
    ? [Named<Messages[K]>] extends [Named<T[K]>]
      ? string
      : never
    : never;
};
