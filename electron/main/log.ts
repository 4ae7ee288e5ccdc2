import { join } from 'node:path';
import log from 'electron-log/node';

const MOST_BYTES = 5 * 1024 * 1024;

/** The app's log: one rotating file, nothing over the network, no text that a person typed. */
export function openLog(folder: string): typeof log {
  log.transports.file.resolvePathFn = () => join(folder, 'main.log');
  log.transports.file.maxSize = MOST_BYTES;
  log.transports.file.level = 'info';
  log.transports.console.level = 'error';
  return log;
}
