/** Where the program is installed: the folder of templates, fixtures and package.json, beside `src` and `dist`. */
export const PACKAGE_FOLDER = new URL("../", import.meta.url);
