/**
 * What is not on the first screen: two thirds of the page's script. In a file of its own, read behind that
 * screen, which would have to wait for it.
 */
export { default as Dialogs } from './panels/Dialogs.svelte';
export { default as OtherViews } from './views/OtherViews.svelte';
