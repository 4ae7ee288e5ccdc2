import { mount } from 'svelte';
import { connect } from './api.ts';
import App from './App.svelte';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';

const target = document.querySelector('#app');
if (!target) throw new Error('index.html has no #app');

const lab = connect(window.lab);
const [info, preferences] = await Promise.all([
  lab.request('app:info'),
  lab.request('preferences:read'),
]);
mount(App, { target, props: { lab, info, preferences } });
