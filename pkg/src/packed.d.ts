// A file of dist/, packed with gzip, in base64.
declare module "packed:*" {
    const base64: string;
    export default base64;
}

// A module that the runtime compiles.
declare module "*.wasm" {
    const compiled: WebAssembly.Module;
    export default compiled;
}

// A file of dist/ as text.
declare module "text:*" {
    const text: string;
    export default text;
}
