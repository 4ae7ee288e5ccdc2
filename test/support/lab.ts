import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  channels,
  type ArgParsers,
  type Channel,
  type Requests,
} from '../../electron/ipc/contract.ts';
import type { Reply } from '../../electron/ipc/reply.ts';
import { argParsers } from '../../electron/ipc/schemas.ts';
import { createAnswer, type Sender } from '../../electron/main/answer.ts';
import { RunExporter } from '../../electron/main/run-exporter.ts';
import { ExperimentExporter } from '../../electron/main/experiment-exporter.ts';
import {
  ExperimentImporter,
  isRestorable,
  type AgainAnswer,
  type AlreadyHere,
} from '../../electron/main/experiment-importer.ts';
import { GivenFiles } from '../../electron/main/given-files.ts';
import { createHandlers } from '../../electron/main/handlers.ts';
import { BackupKeeper } from '../../electron/main/backup-keeper.ts';
import { PreferenceKeeper } from '../../electron/main/preferences.ts';
import { SaveQuestion } from '../../electron/main/save-question.ts';
import { TrashKeeper } from '../../electron/main/trash-keeper.ts';
import { RunWorld } from './run-world.ts';
import { fileWorkerScript, verifierScript } from './worker-script.ts';

const page: Sender = { url: 'app://lab/index.html', ownTopFrame: true };

/** Main as the page sees it: requests in, replies out, with everything real but Electron. */
export class Lab {
  readonly world = new RunWorld();
  readonly logged: string[] = [];
  /** What the platform was asked to do. */
  readonly platformCalls: string[] = [];
  savePath: string | null = null;
  /** What the page is as PDF. */
  readonly pdf = Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0x2d);
  /** The file the person chooses when asked for one. */
  openPath: string | null = null;
  /** Files the system has given. */
  readonly given = new GivenFiles();
  /** What the person says when asked whether to empty the trash, or to import a file again. */
  agrees = true;
  /** What a person who agrees does about runs of a file that lie in the trash. */
  toTrashed: 'restore' | 'again' = 'restore';
  readonly backups: BackupKeeper;
  readonly answer: ReturnType<typeof createAnswer>;

  constructor(parsers: ArgParsers = argParsers) {
    const asked = <T>(name: string, value: T): T => {
      this.platformCalls.push(name);
      return value;
    };
    const { world } = this;
    this.backups = new BackupKeeper({
      store: world.store,
      library: world.libraryPath,
      folder: join(world.folder, 'backups'),
      verifierScript,
      now: Date.now,
      changed: () => undefined,
      log: (_level, message) => this.logged.push(message),
      reserveBytes: 0,
    });
    const { backups } = this;
    onTestFinished(() => backups.shutdown());
    const question = new SaveQuestion(() => asked('ask-save-path', Promise.resolve(this.savePath)));
    const askFile = (): Promise<string | null> =>
      asked('ask-open-path', Promise.resolve(this.openPath));
    const askImportAgain = (_file: string, known: AlreadyHere): Promise<AgainAnswer> => {
      const { here, trashed, of } = known;
      const inTrash = trashed > 0 ? `, ${trashed} in the trash` : '';
      const agreed = isRestorable(known) ? this.toTrashed : 'again';
      const answer = this.agrees ? agreed : 'no';
      return asked(`ask-again ${here} of ${of}${inTrash}`, Promise.resolve(answer));
    };
    const trash = new TrashKeeper({
      store: this.world.store,
      confirm: (count) => asked(`confirm ${count}`, Promise.resolve(this.agrees)),
      confirmUnsaved: () => asked('confirm unsaved', Promise.resolve(this.agrees)),
      backUp: () => backups.make('trash'),
      gone: (ids) => this.world.library.gone(ids),
      log: (message) => this.logged.push(message),
    });
    const handlers = createHandlers({
      store: this.world.store,
      runs: this.world.service,
      library: this.world.library,
      trash,
      backups: {
        get state() {
          return { ...backups.state, replaced: [] };
        },
        make: () => backups.make('manual'),
        cancel: () => backups.cancel(),
        restore: (id) => asked(`restore ${id}`, Promise.resolve(false)),
        takeRestoration: () => null,
      },
      explorer: this.world.explorer,
      explainer: this.world.explainer,
      surveyor: this.world.surveyor,
      observer: this.world.observer,
      sweeps: this.world.sweeps,
      preferences: new PreferenceKeeper(
        join(this.world.folder, 'preferences.json'),
        'en',
        () => undefined,
      ),
      question,
      runExporter: new RunExporter(world.store, question),
      exporter: new ExperimentExporter({
        store: world.store,
        question,
        generator: 'Downhill test',
        emit: (event, payload) => void world.told.push({ event, payload }),
      }),
      importer: new ExperimentImporter({
        store: world.store,
        script: fileWorkerScript,
        given: this.given,
        askPath: askFile,
        askAgain: askImportAgain,
        backUp: () => backups.make('import').catch(() => null),
        came: (ids) => world.library.arrived(ids),
        left: () => trash.sweep(),
      }),
      platform: {
        info: () => asked('info', { version: '1' } as never),
        licences: () => asked('licences', []),
        openFolder: (which) => asked(`open-folder ${which}`, Promise.resolve()),
        storage: () => asked('storage', { library: '', bytes: 1, free: 2 }),
        askSavePath: (name, kind) => question.ask(name, kind),
        askFile,
        askImportAgain,
        doInWindow: (command) => void this.platformCalls.push(command),
        printPage: () => asked('print-page', Promise.resolve(this.agrees)),
        pageAsPdf: () => asked('page-as-pdf', Promise.resolve(this.pdf)),
        copyPicture: () => asked('copy-picture', Promise.resolve()),
      },
    });
    this.answer = createAnswer(handlers, parsers, (message) => this.logged.push(message));
  }

  /** Sends whatever, as a page that was taken over could. */
  send(channel: Channel, args: unknown): Promise<Reply<unknown>> {
    return this.answer(channel, page, args);
  }

  /** A proper request; throws unless it is answered. */
  async ask<C extends Channel>(
    channel: C,
    ...args: Parameters<Requests[C]>
  ): Promise<ReturnType<Requests[C]>> {
    const reply = await this.send(channel, args);
    if (!reply.ok) throw new Error(`${channel}: ${reply.error.code}: ${reply.error.message}`);
    return reply.value as ReturnType<Requests[C]>;
  }
}

export const channelNames = Object.keys(channels) as Channel[];
