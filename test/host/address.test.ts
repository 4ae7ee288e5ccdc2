import { describe, expect, it } from 'vitest';
import { schemeOf, toAppUrl, toBrowserUrl } from './address.ts';

const schemes = new Set(['app']);

describe('addresses', () => {
  it.each([
    ['app://lab/', 'https://lab.app.standin/'],
    ['app://lab/index.html?x=1#y', 'https://lab.app.standin/index.html?x=1#y'],
    ['app://lab/a%20b/../c', 'https://lab.app.standin/a%20b/../c'],
  ])('%s is shown as %s and back', (app, browser) => {
    expect(toBrowserUrl(app, schemes)).toBe(browser);
    expect(toAppUrl(browser)).toBe(app);
  });

  it('leaves other addresses alone', () => {
    expect(toBrowserUrl('other://lab/', schemes)).toBe('other://lab/');
    expect(toBrowserUrl('https://example.com/', schemes)).toBe('https://example.com/');
    expect(toAppUrl('https://lab.app.standin.example.com/')).toBe(
      'https://lab.app.standin.example.com/',
    );
    expect(toAppUrl('https://lab.app.standin:8080/')).toBe('https://lab.app.standin:8080/');
  });

  it('names schemes', () => {
    expect(['APP://x', 'data:,', 'nothing'].map(schemeOf)).toEqual(['app', 'data', '']);
  });
});
