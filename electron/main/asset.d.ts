/** electron-vite copies the file beside the bundle and gives its path at run time. */
declare module '*?asset' {
  const path: string;
  export default path;
}
