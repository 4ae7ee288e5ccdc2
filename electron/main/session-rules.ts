import type { Session } from 'electron';
import { SCHEME } from './app-protocol.ts';

/** Schemes a page may load from; developer tools only where they can be opened at all. */
const allowed = [`${SCHEME}:`, 'devtools:', 'data:', 'blob:'];

/** Permissions, devices, downloads and the network: all refused. Electron's default is to allow. */
export function lockDown(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}));
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, decide) => {
    const cancel = !allowed.includes(
      URL.canParse(details.url) ? new URL(details.url).protocol : '',
    );
    decide({ cancel });
  });
}
