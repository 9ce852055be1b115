// In the browser this stands for node:fs, which chardet imports for a function that is not used here.
export {}
