/** The build copies the file beside the bundle and gives its path at run time. */
declare module '*?asset' {
  const path: string;
  export default path;
}

/** The build puts the file's text into the bundle. */
declare module '*?raw' {
  const text: string;
  export default text;
}
