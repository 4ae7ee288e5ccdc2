import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Watchdog } from '../../../electron/main/watchdog.ts';
import type { Vitals, WorkerClient } from '../../../electron/worker/worker-client.ts';

const POLL_MS = 100;

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

/** A thread whose vitals a test says, and what the watchdog said of it. */
class Patient {
  vitals: Vitals | null | Promise<never> = { pulse: 1, busyMs: 0, bytes: 1000 };
  begun = true;
  readonly fell = vi.fn();
  readonly client = { vitals: () => Promise.resolve(this.vitals) } as unknown as WorkerClient;
  readonly dog = new Watchdog();

  constructor() {
    this.dog.watch(this.client, { hasBegun: () => this.begun, fell: this.fell });
  }

  /** So many polls; between them the thread uses so much processor time, with a pulse or without. */
  async live(polls: number, busyMs: number, pulse: boolean): Promise<void> {
    for (let i = 0; i < polls; i++) {
      const { vitals } = this;
      if (vitals && 'pulse' in vitals) {
        const next = { pulse: vitals.pulse + (pulse ? 1 : 0), busyMs: vitals.busyMs + busyMs };
        this.vitals = { ...vitals, ...next };
      }
      await vi.advanceTimersByTimeAsync(POLL_MS);
    }
  }
}

describe('a thread', () => {
  it('that computes and has a pulse is left alone', async () => {
    const patient = new Patient();
    await patient.live(2000, 100, true);
    expect(patient.fell).not.toHaveBeenCalled();
  });

  it('in an endless loop is found within two seconds', async () => {
    const patient = new Patient();
    await patient.live(5, 100, true);
    await patient.live(10, 100, false);
    expect(patient.fell).not.toHaveBeenCalled();
    await patient.live(2, 100, false);
    expect(patient.fell.mock.calls).toEqual([['worker-hang', '1.1 s']]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that others keep from the processor is not in one', async () => {
    const patient = new Patient();
    await patient.live(400, 1, false);
    expect(patient.fell).not.toHaveBeenCalled();
  });

  it('that has slow steps may take five times as long as it has before', async () => {
    const patient = new Patient();
    await patient.live(3, 100, true);
    await patient.live(8, 100, false);
    await patient.live(1, 0, true);
    await patient.live(39, 100, false);
    expect(patient.fell).not.toHaveBeenCalled();
    await patient.live(10, 100, false);
    expect(patient.fell).toHaveBeenCalledOnce();
  });

  it('is given more time for its first batch', async () => {
    const patient = new Patient();
    patient.begun = false;
    await patient.live(200, 100, false);
    expect(patient.fell).not.toHaveBeenCalled();
    await patient.live(2, 100, false);
    expect(patient.fell).toHaveBeenCalledOnce();
  });

  it('that waits for what will not come, or does not answer at all, is found, too', async () => {
    const waiting = new Patient();
    await waiting.live(305, 0, false);
    expect(waiting.fell).toHaveBeenCalledOnce();
    const mute = new Patient();
    mute.vitals = new Promise<never>(() => undefined);
    await mute.live(305, 0, false);
    expect(mute.fell.mock.calls).toEqual([['worker-hang', 'silent']]);
  });

  it('that hoards memory is found at its next look', async () => {
    const patient = new Patient();
    await patient.live(1, 1, true);
    patient.vitals = { pulse: 9, busyMs: 9, bytes: 900 * 1024 * 1024 };
    await patient.live(1, 1, true);
    expect(patient.fell.mock.calls).toEqual([['worker-memory', '900 MB']]);
  });

  it('in a loop that takes memory hoards it', async () => {
    const patient = new Patient();
    await patient.live(5, 100, true);
    patient.vitals = { ...(patient.vitals as Vitals), bytes: 100 * 1024 * 1024 };
    await patient.live(12, 100, false);
    expect(patient.fell.mock.calls).toEqual([['worker-memory', '100 MB']]);
  });

  it('that has ended is not asked any more', async () => {
    const patient = new Patient();
    patient.dog.forget(patient.client);
    expect(vi.getTimerCount()).toBe(0);
    await patient.live(400, 100, false);
    expect(patient.fell).not.toHaveBeenCalled();
  });
});
