import { describe, expect, it } from 'vitest';
import { reasonIn } from '../../build/fetch-electron.mjs';

describe('reasonIn', () => {
  it('names the innermost cause of a printed error', () => {
    const output = `TypeError: fetch failed
    at node:internal/deps/undici/undici:15845:13 {
  [cause]: Error: getaddrinfo ENOTFOUND github.com
      at GetAddrInfoReqWrap.onlookupall [as oncomplete] (node:dns:122:26) {
`;
    expect(reasonIn(output)).toBe('[cause]: Error: getaddrinfo ENOTFOUND github.com');
    expect(reasonIn('TypeError: fetch failed\n    at somewhere')).toBe('TypeError: fetch failed');
    expect(reasonIn('')).toBe('unknown reason');
  });
});
