/** The version of the program, as in package.json; a test keeps the two alike. */
export const version = '0.1.0'
