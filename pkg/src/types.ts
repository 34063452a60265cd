// The types of the engine under the names that stay; they are made from the Rust types. Below them those of results that
// depend on what the arguments of a call say.

import type { Comparison, Explanation, FleetAnswer, GrowthForecast, Migration, RuleCode } from "./core/types.js";

export type * from "./core/types.js";
/** A part of a sentence. `Part` is what `load` takes. */
export type { Part as MessagePart } from "./core/types.js";
/** An element of a rendered view. `Element` is that of browsers. */
export type { Element as RenderedElement } from "./core/types.js";

/**
 * Whether options ask for something by the member `K`: `true` or `false` where their type says so, and `boolean` where only
 * the value does.
 */
export type Asks<O, K extends PropertyKey> = K extends keyof O
    ? [Exclude<O[K], undefined | false>] extends [never]
        ? false
        : [O[K]] extends [Exclude<O[K], undefined | false>]
          ? true
          : boolean
    : false;

/** The member `M` of `T`: there for sure, absent for sure, or possibly there. */
export type Member<T, M extends keyof T, There extends boolean> = boolean extends There
    ? Pick<T, M>
    : There extends true
      ? { [K in M]-?: Exclude<T[K], undefined> }
      : { [K in M]?: never };

/** A comparison; with `text` where a format was asked for. */
export type ComparisonFor<O> = Omit<Comparison, "text"> & Member<Comparison, "text", Asks<O, "format">>;
/** A migration; with `text` where a format was asked for. */
export type MigrationFor<O> = Omit<Migration, "text"> & Member<Migration, "text", Asks<O, "format">>;
/** A forecast; with `text` where a format was asked for. */
export type GrowthFor<O> = Omit<GrowthForecast, "text"> & Member<GrowthForecast, "text", Asks<O, "format">>;
/** A fleet; with `text`, `plans` and `files` where a format, the plans or targets were asked for. */
export type FleetFor<O> = Omit<FleetAnswer, "text" | "plans" | "files"> &
    Member<FleetAnswer, "text", Asks<O, "format">> &
    Member<FleetAnswer, "plans", Asks<O, "plans">> &
    Member<FleetAnswer, "files", Asks<O, "targets">>;
/** A rule that was asked for. By its code no line was matched; without a plan there are no findings. */
export type ExplanationFor<T extends string, P extends string | undefined> = Omit<Explanation, "matched" | "because" | "findings"> &
    (T extends RuleCode ? { matched?: never; because?: never } : Pick<Explanation, "matched" | "because">) &
    ([P] extends [undefined] ? { findings: [] } : Pick<Explanation, "findings">);
