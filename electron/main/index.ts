/** The order of starting up, and nothing else. Nothing here may await `ready` at the top level. */
import { join } from 'node:path';
import { app, protocol } from 'electron';
import { SCHEME } from './app-protocol.ts';
import { chosenDataFolder } from './data-folder.ts';
import { startApp } from './start-app.ts';

app.setName('Downhill');
if (process.platform === 'win32') app.setAppUserModelId('org.downhill.lab');
const dataFolder = chosenDataFolder(process.argv);
if (dataFolder) {
  app.setPath('userData', dataFolder);
  app.setAppLogsPath(join(dataFolder, 'logs'));
}
app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  {
    scheme: SCHEME,
    privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
  },
]);

// The lock belongs to the data folder; whoever loses it must not touch the library.
if (app.requestSingleInstanceLock()) void app.whenReady().then(startApp);
else app.quit();
