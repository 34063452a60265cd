// The entry for Node: the module is ready when the import is.

import "./node.js";

export * from "./cidr-tools.js";
export { default } from "./cidr-tools.js";
