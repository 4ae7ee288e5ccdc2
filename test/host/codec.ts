/**
 * Carries what the structured clone algorithm carries as text: typed arrays, Map, Set, Date,
 * cycles, NaN, −0, BigInt, Error. How bytes travel is up to whoever makes the codec.
 *
 * `createCodec` is sent to the page as source text and must not refer to anything outside itself.
 */
export interface Codec {
  /** Throws a DataCloneError ("… could not be cloned.") for functions, symbols and the like. */
  encode(value: unknown): string;
  decode(text: string): unknown;
}

/** What stands for bytes in the text: base64, or the number of bytes that travel on their own. */
export interface Bytes {
  put(bytes: Uint8Array): string | number;
  take(token: string | number): Uint8Array<ArrayBuffer>;
}

export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

/** All bytes inside the text. */
export const inlineBytes: Bytes = {
  put: toBase64,
  // A small Buffer shares a pool with others; the receiver's buffers are its own.
  take: (token) => new Uint8Array(Buffer.from(String(token), 'base64')),
};

export function createCodec(bytes: Bytes): Codec {
  // A node is a JSON primitive (itself) or [tag, …]. Objects are numbered in the order they are
  // met, and ['r', n] refers back to one: that is how cycles and shared objects survive.
  type Node = unknown;
  const errors = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };
  const views = {
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
    DataView,
  };
  const tagOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1);

  function primitive(value: unknown): Node {
    if (value === undefined) return ['u'];
    if (typeof value === 'bigint') return ['i', String(value)];
    if (typeof value === 'number' && !Number.isFinite(value)) return ['n', String(value)];
    if (typeof value === 'number' && Object.is(value, -0)) return ['n', '-0'];
    return value;
  }

  function encode(value: unknown): string {
    const seen = new Map<object, number>();
    const properties = (from: object): Node[] =>
      Object.entries(from).flatMap(([key, item]) => [key, node(item)]);

    function node(item: unknown): Node {
      if (typeof item !== 'object' || item === null) return primitive(item);
      const number = seen.get(item);
      if (number !== undefined) return ['r', number];
      seen.set(item, seen.size);
      if (Array.isArray(item)) {
        return Object.keys(item).length === item.length
          ? ['a', ...item.map(node)]
          : ['A', item.length, ...properties(item)];
      }
      if (ArrayBuffer.isView(item)) {
        const length = item instanceof DataView ? item.byteLength : (item as Uint8Array).length;
        return ['t', tagOf(item), node(item.buffer), item.byteOffset, length];
      }
      if (item instanceof ArrayBuffer) return ['b', bytes.put(new Uint8Array(item))];
      if (item instanceof Date) return ['d', primitive(item.getTime())];
      if (item instanceof Map) return ['m', ...[...item].flatMap(([k, v]) => [node(k), node(v)])];
      if (item instanceof Set) return ['s', ...[...item].map(node)];
      if (item instanceof RegExp) return ['x', item.source, item.flags];
      if (item instanceof Error) {
        const cause = 'cause' in item ? [node(item.cause)] : [];
        return ['e', item.name, item.message, item.stack ?? '', ...cause];
      }
      const tag = tagOf(item);
      if (['Number', 'String', 'Boolean', 'BigInt'].includes(tag)) {
        return ['w', primitive((item as { valueOf(): unknown }).valueOf())];
      }
      if (tag !== 'Object') {
        throw new DOMException(`A ${tag} object could not be cloned.`, 'DataCloneError');
      }
      return ['o', ...properties(item)];
    }
    // The platform's own algorithm decides what is refused and what is dropped (prototypes, accessors).
    return JSON.stringify(node(structuredClone(value)));
  }

  function decode(text: string): unknown {
    const objects: object[] = [];
    const keep = <T extends object>(item: T): T => {
      objects.push(item);
      return item;
    };
    function assign(target: object, parts: readonly Node[]): void {
      for (let i = 0; i < parts.length; i += 2) {
        // Not an assignment: a key named __proto__ is data like any other.
        Object.defineProperty(target, parts[i] as string, {
          value: value(parts[i + 1]),
          writable: true,
          enumerable: true,
          configurable: true,
        });
      }
    }
    function value(node: Node): unknown {
      if (!Array.isArray(node)) return node;
      const [tag, ...parts] = node as [string, ...unknown[]];
      switch (tag) {
        case 'u':
          return undefined;
        case 'i':
          return BigInt(parts[0] as string);
        case 'n':
          return Number(parts[0]);
        case 'r':
          return objects[parts[0] as number];
        case 'a': {
          const array: unknown[] = keep([]);
          for (const part of parts) array.push(value(part));
          return array;
        }
        case 'A': {
          const array = keep(new Array(parts[0] as number));
          assign(array, parts.slice(1));
          return array;
        }
        case 't': {
          // The view is numbered before its buffer, as it was met.
          const place = objects.push({}) - 1;
          const View = views[parts[0] as keyof typeof views] as Uint8ArrayConstructor;
          const buffer = value(parts[1]) as ArrayBuffer;
          return (objects[place] = new View(buffer, parts[2] as number, parts[3] as number));
        }
        case 'b':
          return keep(bytes.take(parts[0] as string | number).buffer);
        case 'd':
          return keep(new Date(value(parts[0]) as number));
        case 'm': {
          const map = keep(new Map<unknown, unknown>());
          for (let i = 0; i < parts.length; i += 2) map.set(value(parts[i]), value(parts[i + 1]));
          return map;
        }
        case 's': {
          const set = keep(new Set<unknown>());
          for (const part of parts) set.add(value(part));
          return set;
        }
        case 'x':
          return keep(new RegExp(parts[0] as string, parts[1] as string));
        case 'e': {
          const error = keep(new errors[parts[0] as keyof typeof errors](parts[1] as string));
          Object.defineProperty(error, 'stack', {
            value: parts[2],
            configurable: true,
            writable: true,
          });
          if (parts.length > 3) {
            const cause = { value: value(parts[3]), configurable: true, writable: true };
            Object.defineProperty(error, 'cause', cause);
          }
          return error;
        }
        case 'w':
          return keep(Object(value(parts[0])) as object);
        case 'o': {
          const object = keep({});
          assign(object, parts);
          return object;
        }
        default:
          throw new Error(`The message holds a node of unknown kind ${tag}.`);
      }
    }
    return value(JSON.parse(text));
  }

  return { encode, decode };
}
