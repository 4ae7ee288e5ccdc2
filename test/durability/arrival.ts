/**
 * `arrival.ts <library> <file> [torn]`: takes a file in slice by slice, until it
 * is killed. With `torn` it is the control whose library knows no transactions: each statement is committed by itself.
 * Without arguments it only loads its modules.
 */
import { setImmediate } from 'node:timers/promises';
import { readFileSync } from 'node:fs';
import { bytesInMemory } from '../../electron/files/byte-source.ts';
import { readFile } from '../../electron/files/read-file.ts';
import { openStore } from '../../electron/store/open-store.ts';
import { say } from './say.ts';
import { withoutTransactions } from './without-transactions.ts';

const [path = '', file = '', mode] = process.argv.slice(2);
if (path === '') process.exit(0);

if (mode === 'torn') withoutTransactions();

const store = openStore({ path, now: Date.now });
const content = readFile(bytesInMemory(new Uint8Array(readFileSync(file))));
const arriving = store.beginImport(content, 'killed.downhill');
// Lives on when all is there.
setInterval(() => undefined, 1000);
do {
  say('slice');
  await setImmediate();
} while (arriving.writeSome());
say('arriving');
arriving.arrive();
say('arrived');
// What is deleted meanwhile is something else.
store.deleteSome();
