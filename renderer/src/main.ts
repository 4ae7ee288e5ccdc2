import { mount } from 'svelte';
import { connect } from './api.ts';
import App from './App.svelte';
import { setLocale, t } from './i18n/i18n.svelte.ts';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/print.css';

const target = document.querySelector('#app');
if (!target) throw new Error('index.html has no #app');

const lab = connect(window.lab);
try {
  const [info, preferences] = await Promise.all([
    lab.request('app:info'),
    lab.request('preferences:read'),
  ]);
  mount(App, { target, props: { lab, info, preferences } });
} catch (error) {
  setLocale(navigator.language.startsWith('zh') ? 'zh-CN' : 'en');
  target.textContent = t('error.unreachable');
  throw error;
}
