import { describe, expect, it } from 'vitest';
import { channels, type Channel, type Handlers } from '../../../electron/ipc/contract.ts';
import { AppError } from '../../../electron/ipc/reply.ts';
import { argParsers } from '../../../electron/ipc/schemas.ts';
import { createAnswer, type Sender } from '../../../electron/main/answer.ts';

const page: Sender = { url: 'app://lab/index.html', ownTopFrame: true };

/** Handlers that all do the same. */
function handlersThat(act: () => unknown): Handlers {
  return Object.fromEntries(Object.keys(channels).map((channel) => [channel, act])) as never;
}

function answering(act: () => unknown): {
  answer: ReturnType<typeof createAnswer>;
  logged: string[];
} {
  const logged: string[] = [];
  const answer = createAnswer(handlersThat(act), argParsers, (message) => logged.push(message));
  return { answer, logged };
}

describe('the answer to a request', () => {
  it("is the handler's value, waited for", async () => {
    const { answer, logged } = answering(() => Promise.resolve(7));
    expect(await answer('app:info', page, [])).toEqual({ ok: true, value: 7 });
    expect(logged).toEqual([]);
  });

  const strangers: readonly (readonly [string, Sender])[] = [
    ['a frame that has gone', { url: null, ownTopFrame: true }],
    ['a frame inside the page', { url: 'app://lab/index.html', ownTopFrame: false }],
    ['another host', { url: 'app://other/index.html', ownTopFrame: true }],
    ['another scheme', { url: 'https://lab/index.html', ownTopFrame: true }],
    ['a port', { url: 'app://lab:81/index.html', ownTopFrame: true }],
    ['a name before the host', { url: 'app://lab@evil/index.html', ownTopFrame: true }],
    ['a host that only begins alike', { url: 'app://lab.evil/', ownTopFrame: true }],
    ['a file', { url: 'file:///index.html', ownTopFrame: true }],
    ['a blank page', { url: 'about:blank', ownTopFrame: true }],
    ['no address at all', { url: 'lab', ownTopFrame: true }],
  ];
  it.each(strangers)('is refused to %s, on every channel', async (_name, sender) => {
    let calls = 0;
    const { answer } = answering(() => calls++);
    for (const channel of Object.keys(channels) as Channel[]) {
      const reply = await answer(channel, sender, []);
      expect(reply).toMatchObject({ ok: false, error: { code: 'foreign-sender' } });
    }
    expect(calls).toBe(0);
  });

  it('refuses more than a megabyte before reading it', async () => {
    const { answer } = answering(() => 0);
    const config = { ['x'.repeat(600_000)]: 1 };
    const plan = { name: 'n', runs: [{ name: 'n', config }], pace: null };
    const reply = await answer('experiment:start', page, [plan]);
    expect(reply).toMatchObject({ ok: false, error: { code: 'bad-arguments' } });
    expect(reply).toMatchObject({ error: { details: { allowed: '1048576 bytes' } } });
  });

  it('carries errors that are meant for the page as they are, and logs nothing', async () => {
    const error = new AppError('wrong-state', 'run is over', { state: 'finished' });
    const { answer, logged } = answering(() => {
      throw error;
    });
    expect(await answer('app:info', page, [])).toEqual({
      ok: false,
      error: { code: 'wrong-state', message: 'run is over', details: { state: 'finished' } },
    });
    expect(logged).toEqual([]);
  });

  it.each([
    ['store', Object.assign(new Error('disk is full'), { code: 'SQLITE_FULL' }), 'SQLITE_FULL'],
    ['file', Object.assign(new Error('no'), { code: 'EACCES', syscall: 'open' }), 'EACCES'],
    ['internal', Object.assign(new Error('odd'), { code: 'ERR_ODD' }), 'ERR_ODD'],
  ])('calls an unforeseen error %s, says its cause, and logs it', async (code, error, cause) => {
    const { answer, logged } = answering(() => Promise.reject(error));
    expect(await answer('app:info', page, [])).toEqual({
      ok: false,
      error: { code, message: error.message, details: { cause } },
    });
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain(`app:info: Error: ${error.message}`);
  });

  it('survives whatever is thrown', async () => {
    for (const thrown of [null, undefined, 'text', 7, { message: {} }, Symbol('s')]) {
      const { answer } = answering(() => {
        throw thrown;
      });
      const reply = await answer('app:info', page, []);
      expect(reply).toMatchObject({ ok: false, error: { code: 'internal', details: {} } });
      expect(structuredClone(reply)).toEqual(reply);
    }
  });
});
