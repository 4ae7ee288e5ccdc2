/**
 * One instance per data folder. `app.requestSingleInstanceLock` answers synchronously, so the lock
 * is a file made exclusively; its owner listens on a socket, which tells a living owner from a
 * file left by a killed one.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { socketOf } from '../browser-cleanup.ts';
import { host } from '../host.ts';

export interface SecondInstance {
  readonly argv: string[];
  readonly workingDirectory: string;
  readonly additionalData: unknown;
}

/** Told by the second process to the first; runs in a process of its own because it must block. */
const messenger = `
  const [address, message] = process.argv.slice(1);
  const socket = require('node:net').connect(address, () => socket.end(message));
  socket.on('error', () => process.exit(1));
  socket.on('data', () => process.exit(0));
  socket.on('close', () => process.exit(1));
  setTimeout(() => process.exit(1), 5000);`;

export class SingleInstance {
  #server: Server | null = null;
  #file: string | null = null;

  get held(): boolean {
    return this.#server !== null;
  }

  /** False when another process has the lock; it has then been told about this one. */
  request(
    userData: string,
    self: SecondInstance,
    onSecond: (second: SecondInstance) => void,
  ): boolean {
    if (this.held) return true;
    const owner = `${process.getuid?.() ?? ''} ${path.resolve(userData)}`;
    const name = `stand-in-${createHash('sha256').update(owner).digest('hex').slice(0, 16)}`;
    const file = path.join(tmpdir(), `${name}.lock`);
    const socket = socketOf(file);
    const address = process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : socket;
    if (!create(file)) {
      const args = ['-e', messenger, address, JSON.stringify(self)];
      if (spawnSync(process.execPath, args).status === 0) return false;
      rmSync(file, { force: true });
      if (!create(file)) return false;
    }
    rmSync(socket, { force: true });
    this.#file = file;
    host.instanceLock = file;
    this.#server = createServer({ allowHalfOpen: true }, (connection) => {
      let text = '';
      connection.setEncoding('utf8').on('data', (part: string) => (text += part));
      connection.on('error', () => {});
      connection.on('end', () => {
        connection.end('received');
        onSecond(JSON.parse(text) as SecondInstance);
      });
    });
    this.#server.listen(address).unref();
    process.once('exit', () => this.release());
    return true;
  }

  release(): void {
    this.#server?.close();
    this.#server = null;
    if (this.#file) rmSync(this.#file, { force: true });
    this.#file = null;
  }
}

function create(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}
