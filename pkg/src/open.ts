/// <reference lib="esnext.disposable" preserve="true" />
// A plan that stays open: many questions share one analysis of its text.

import * as core from "./core/dualstack_engine.js";
import type {
    AddressPlan,
    BlockPlace,
    CallOptions,
    ClusterPlan,
    ComponentsAnswer,
    Diagnostic,
    NodePage,
    NodeQuery,
    Outcome,
    PlanText,
    Report,
    ServiceReport,
} from "./core/types.js";
import { analyze, components, findNode, lint, nodes, parse, plan, services } from "./engine.js";
import { guarded, instanceNumber } from "./modules.js";

const keep = guarded(core.keep);

/** An analysis that the engine keeps: its number, and the instance of the engine that it is in. */
interface Kept {
    number: number;
    instance: number;
}

function giveUp({ number, instance }: Kept): void {
    if (instance === instanceNumber()) {
        core.forget(number);
    }
}

/** Gives up what was forgotten without a word. */
const forgotten = new FinalizationRegistry<{ kept?: Kept | undefined }>(({ kept }) => {
    if (kept !== undefined) {
        giveUp(kept);
    }
});

/** Environments that do not know it yet agree on this symbol. */
const DISPOSE: typeof Symbol.dispose = Symbol.dispose ?? Symbol.for("Symbol.dispose");

/**
 * A plan file that stays open. Its methods are the calls of the same names without the text, and they share one analysis:
 * each stage is computed once, so that a page of node blocks costs microseconds.
 */
export class OpenPlan {
    readonly #text: PlanText;
    readonly #options: CallOptions | undefined;
    readonly #holder: { kept?: Kept | undefined } = {};
    #closed = false;

    /** @internal Use `open`. */
    constructor(text: PlanText, options: CallOptions | undefined) {
        this.#text = typeof text === "string" ? text : structuredClone(text);
        this.#options = options;
        forgotten.register(this, this.#holder, this);
    }

    /** Makes a call with the number of the analysis in place of the text. */
    #ask<T>(call: (text: PlanText, language: CallOptions) => Outcome<T>): Outcome<T> {
        if (this.#closed) {
            throw new TypeError("this plan is closed: open(text) opens it again");
        }
        // A bug in the engine has replaced the instance, and with it what it kept.
        if (this.#holder.kept?.instance !== instanceNumber()) {
            const outcome = keep(this.#text, this.#options);
            if (outcome.status === "failed") {
                return outcome;
            }
            this.#holder.kept = { number: outcome.value, instance: instanceNumber() };
        }
        const lang = this.#options?.lang;
        return call({ kept: this.#holder.kept.number } as unknown as PlanText, lang === undefined ? {} : { lang });
    }

    /** @returns Everything that follows from the file, as `analyze` gives it. */
    analyze(): Outcome<Report> {
        return this.#ask(analyze);
    }

    /** @returns The plan as typed values, as `parse` gives it. */
    parse(): Outcome<ClusterPlan> {
        return this.#ask(parse);
    }

    /** @returns The address plan, as `plan` gives it. */
    plan(): Outcome<AddressPlan> {
        return this.#ask(plan);
    }

    /** @returns The findings with their fixes, as `lint` gives them. */
    lint(): Outcome<Diagnostic[]> {
        return this.#ask(lint);
    }

    /**
     * @param query The first node, from 0, and how many, 1,000 at most.
     * @returns A page of node blocks, as `nodes` gives it.
     */
    nodes(query?: NodeQuery): Outcome<NodePage> {
        return this.#ask((text, language) => nodes(text, query, language));
    }

    /**
     * @param address An IPv4 or IPv6 address.
     * @returns Where it lies among the node blocks, as `findNode` gives it.
     */
    findNode(address: string): Outcome<BlockPlace> {
        return this.#ask((text, language) => findNode(text, address, language));
    }

    /** @returns Each Service with the API server's answer, as `services` gives them. */
    services(): Outcome<ServiceReport[]> {
        return this.#ask(services);
    }

    /** @returns The settings of every component, as `components` gives them. */
    components(): Outcome<ComponentsAnswer> {
        return this.#ask(components);
    }

    /** Gives the memory back. Further calls throw a `TypeError`; closing again does nothing. */
    close(): void {
        this.#closed = true;
        forgotten.unregister(this);
        if (this.#holder.kept !== undefined) {
            giveUp(this.#holder.kept);
            this.#holder.kept = undefined;
        }
    }

    /** The same as `close`, for `using`. */
    [DISPOSE](): void {
        this.close();
    }
}

/**
 * Opens a plan file for many questions, which share one analysis. Wrong input is told by the first of them.
 *
 * @param text The text of a plan file, or several texts that are read as one.
 * @param options What every question is asked with.
 * @returns The open plan. Close it, or declare it with `using`.
 * @throws {EngineError} Its methods throw one for a bug in the engine; the next call opens the file again.
 * @example
 * const opened = open(text);
 * console.log(opened.nodes({ from: 7, limit: 1 }).value.nodes[0].podCIDRs[0]); // 10.244.7.0/24
 * console.log(opened.findNode("fd00:10:244:3::1").value.node); // 3
 * opened.close();
 */
export function open(text: PlanText, options?: CallOptions): OpenPlan {
    return new OpenPlan(text, options);
}
