import type { Session } from 'electron';
import { SCHEME } from './app-protocol.ts';

/** What a page may load from; the content security policy says which of it for what. */
const pageSchemes = [`${SCHEME}:`, 'data:', 'blob:'];

/** Permissions, devices, downloads and the network: all refused. Electron's default is to allow. */
export function lockDown(session: Session, devTools: boolean): void {
  const allowed = devTools ? [...pageSchemes, 'devtools:'] : pageSchemes;
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}));
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, decide) => {
    const scheme = URL.canParse(details.url) ? new URL(details.url).protocol : '';
    decide({ cancel: !allowed.includes(scheme) });
  });
}
