/** Which of the dialogs are open that belong to no view. */
export class OpenDialogs {
  about = $state(false);
  palette = $state(false);
  help = $state(false);
}
