/** The order of starting up, and nothing else. Nothing here may await `ready` at the top level. */
import { app, protocol } from 'electron';
import { SCHEME } from './app-protocol.ts';
import { chosenDataFolder, useDataFolder } from './data-folder.ts';
import { filesAmong, GivenFiles } from './given-files.ts';
import { localeFor } from './preferences.ts';
import { refuseStart } from './refuse-start.ts';
import { startApp } from './start-app.ts';
import { focusWindow } from './window.ts';

app.setName('Downhill');
if (process.platform === 'win32') app.setAppUserModelId('org.downhill.lab');
// A page that got past everything else still could not resolve a name.
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  {
    scheme: SCHEME,
    privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
  },
]);

const given = new GivenFiles();
app.on('open-file', (event, path) => {
  event.preventDefault();
  given.add(path);
});
given.add(...filesAmong(process.argv, process.cwd()));
// Heard from the beginning: while the library is opened, others may start the app with a file.
app.on('second-instance', (_event, argv, folder) => {
  focusWindow();
  given.add(...filesAmong(argv, folder));
});

const dataFolder = chosenDataFolder(process.argv);
try {
  if (dataFolder) useDataFolder(app, dataFolder);
  // The lock belongs to the data folder; whoever loses it must not touch the library.
  if (app.requestSingleInstanceLock()) void app.whenReady().then(() => startApp(given));
  else app.quit();
} catch (error) {
  refuseStart(localeFor(app.getPreferredSystemLanguages()[0] ?? ''), error, dataFolder ?? '');
}
