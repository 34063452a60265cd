// The entry for Node: the module is ready when the import is.

import "./node.js";

export * from "./ipaddr.js";
export { default } from "./ipaddr.js";
