import type { Vitals, WorkerClient } from '../worker/worker-client.ts';

const POLL_MS = 100;
/** Typed arrays are outside of the limits that V8 keeps to; more than this no run needs. */
const MOST_BYTES = 768 * 1024 * 1024;
/** A loop that has taken so much since its last pulse is on its way there. */
const MUCH_BYTES = 64 * 1024 * 1024;
/** Processor time without a pulse after which a thread is in an endless loop: so much, */
const SILENT_MS = 1_000;
/** or so many times the longest stretch it has needed before: the steps of a large model are slow ones. */
const TIMES_LONGEST = 5;
/** Before its first batch nothing is known of how long a step takes. */
const FIRST_SILENT_MS = 20_000;
/** A thread without a pulse that uses no processor, or cannot even be asked, waits for what will not come. */
const MOST_SILENT_POLLS = 300;

/** What ends a thread that does not end by itself. */
export type Illness = 'worker-hang' | 'worker-memory';

interface Patient {
  /** Whether a first batch has come from it. */
  readonly hasBegun: () => boolean;
  readonly fell: (illness: Illness, message: string) => void;
  pulse: number;
  /** Its processor time when its pulse was last seen to change, in milliseconds. */
  busyAtPulse: number;
  /** What it held then. */
  bytesAtPulse: number;
  longest: number;
  /** Its processor time when it was last looked at. */
  busyMs: number;
  /** Looks since it last had a pulse or used the processor. */
  silentPolls: number;
  asking: boolean;
}

/**
 * Looks after threads that compute: one in an endless loop has no pulse any more, one that hoards memory grows
 * past its budget. What counts is processor time, not time: a machine that is busy with other things, or
 * asleep, is no endless loop. Costs the threads nothing at a step.
 */
export class Watchdog {
  readonly #patients = new Map<WorkerClient, Patient>();
  #timer: NodeJS.Timeout | null = null;

  /** `fell` is called at most once; the thread is still there then. */
  watch(client: WorkerClient, { hasBegun, fell }: Pick<Patient, 'hasBegun' | 'fell'>): void {
    const fresh = {
      pulse: 0,
      busyAtPulse: 0,
      bytesAtPulse: 0,
      longest: 0,
      busyMs: 0,
      silentPolls: 0,
      asking: false,
    };
    this.#patients.set(client, { ...fresh, hasBegun, fell });
    this.#timer ??= setInterval(() => this.#poll(), POLL_MS);
  }

  forget(client: WorkerClient): void {
    this.#patients.delete(client);
    if (this.#patients.size > 0 || !this.#timer) return;
    clearInterval(this.#timer);
    this.#timer = null;
  }

  #poll(): void {
    for (const [client, patient] of this.#patients) {
      if (++patient.silentPolls > MOST_SILENT_POLLS) this.#tell(client, ['worker-hang', 'silent']);
      else if (!patient.asking) void this.#look(client, patient);
    }
  }

  async #look(client: WorkerClient, patient: Patient): Promise<void> {
    patient.asking = true;
    const vitals = await client.vitals();
    patient.asking = false;
    if (!vitals || this.#patients.get(client) !== patient) return;
    const illness = diagnose(patient, vitals);
    if (illness) this.#tell(client, illness);
  }

  #tell(client: WorkerClient, [illness, message]: readonly [Illness, string]): void {
    const patient = this.#patients.get(client);
    this.forget(client);
    patient?.fell(illness, message);
  }
}

function diagnose(patient: Patient, { pulse, busyMs, bytes }: Vitals): [Illness, string] | null {
  const hoarding: [Illness, string] = ['worker-memory', `${Math.round(bytes / 1024 / 1024)} MB`];
  if (bytes > MOST_BYTES) return hoarding;
  if (busyMs > patient.busyMs) patient.silentPolls = 0;
  patient.busyMs = busyMs;
  const silent = busyMs - patient.busyAtPulse;
  if (pulse !== patient.pulse) {
    // Before its first pulse a thread loads its script.
    if (patient.pulse > 0) patient.longest = Math.max(patient.longest, silent);
    Object.assign(patient, { pulse, busyAtPulse: busyMs, bytesAtPulse: bytes, silentPolls: 0 });
    return null;
  }
  const known = Math.max(SILENT_MS, TIMES_LONGEST * patient.longest);
  const most = patient.hasBegun() ? known : Math.max(FIRST_SILENT_MS, known);
  if (silent <= most) return null;
  if (bytes - patient.bytesAtPulse > MUCH_BYTES) return hoarding;
  return ['worker-hang', `${(silent / 1000).toFixed(1)} s`];
}
