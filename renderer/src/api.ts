import type { Bridge, Channel, Requests } from '../../electron/ipc/contract.ts';
import { AppError, type Reply } from '../../electron/ipc/reply.ts';

declare global {
  interface Window {
    /** Put there by the preload script; the only way out of the page. */
    readonly lab: Bridge;
  }
}

/** The page's side of the contract: calls return values or throw an AppError. */
export interface Lab {
  request<C extends Channel>(
    channel: C,
    ...args: Parameters<Requests[C]>
  ): Promise<ReturnType<Requests[C]>>;
  /** Returns the function that ends the subscription. */
  readonly on: Bridge['on'];
}

export function connect(bridge: Bridge): Lab {
  return {
    async request(channel, ...args) {
      const call = bridge[channel] as (
        ...given: typeof args
      ) => Promise<Reply<ReturnType<Requests[typeof channel]>>>;
      const reply = await call(...args);
      if (reply.ok) return reply.value;
      throw new AppError(reply.error.code, reply.error.message, reply.error.details);
    },
    on: (event, listener) => bridge.on(event, listener),
  };
}
