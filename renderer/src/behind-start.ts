/**
 * What is not on the first screen. In a file of its own, read behind that screen: with it the window
 * would be ready half a second later on a slow disk.
 */
export { default as Dialogs } from './panels/Dialogs.svelte';
export { default as OtherViews } from './views/OtherViews.svelte';
