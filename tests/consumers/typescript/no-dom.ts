// Without the types of browsers and of Node: every type of the package compiles, and sources are bytes and URLs as texts.
import { type Outcome, type AddressPlan, init, load, open, plan } from "dualstack-planner";

export async function loaded(text: string): Promise<Outcome<AddressPlan>> {
    await init("https://example.test/engine.wasm");
    await init(new Uint8Array(8));
    await load("tools", new ArrayBuffer(8));
    const opened = open(text);
    opened.close();
    return plan(text);
}
