// `dualstack completion SHELL`: a script for the shell, made from the table of commands.

import type { CommandSyntax, Option } from "./args.js";
import type { Translate } from "./messages.js";

export const SHELLS = ["bash", "zsh", "fish", "powershell"] as const;

/** A shell that there is a script for. */
export type Shell = (typeof SHELLS)[number];

/** What the scripts complete: commands with their options. */
export interface Completed {
    commands: readonly CommandSyntax[];
    common: readonly Option[];
    t: Translate;
}

/** The script for a shell. */
export function completionScript(shell: Shell, completed: Completed): string {
    return SCRIPTS[shell](completed);
}

const SCRIPTS: Record<Shell, (completed: Completed) => string> = { bash, zsh, fish, powershell };

/** The words of an option: `--output`, `-o`. */
function wordsOf({ name, short }: Option): string[] {
    return short === undefined ? [`--${name}`] : [`--${name}`, `-${short}`];
}

function optionsOf({ options }: CommandSyntax, common: readonly Option[]): Option[] {
    return [...options, ...common];
}

/** A text between single quotes, for bash, zsh and fish. */
function quoted(text: string): string {
    return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "'\\''")}'`;
}

function bash({ commands, common }: Completed): string {
    const names = commands.map(({ name }) => name).join(" ");
    const valuesOf = (options: readonly Option[]) =>
        options
            .filter(({ choices }) => choices !== undefined)
            .map((option) => `            ${wordsOf(option).join("|")}) words='${option.choices?.join(" ")}' ;;\n`)
            .join("");
    const branches = commands.map((command) => {
        const options = optionsOf(command, common);
        const all = options.flatMap(wordsOf).join(" ");
        return (
            `    ${command.name})\n        case $previous in\n${valuesOf(options)}` +
            `            *) [[ $current == -* ]] && words='${all}' ;;\n        esac ;;\n`
        );
    });
    return (
        `# bash completion of dualstack: source <(dualstack completion bash)\n` +
        `_dualstack() {\n    local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} words='' command='' word\n` +
        `    for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do\n        [[ $word != -* ]] && { command=$word; break; }\n    done\n` +
        `    case $command in\n    '')\n        case $previous in\n${valuesOf(common)}            *) words='${names} ${common.flatMap(wordsOf).join(" ")}' ;;\n        esac ;;\n${branches.join("")}    esac\n` +
        `    COMPREPLY=($(compgen -W "$words" -- "$current"))\n` +
        `    [[ \${#COMPREPLY[@]} -eq 0 && -n $command ]] && compopt -o default\n    return 0\n}\n` +
        `complete -F _dualstack dualstack\n`
    );
}

function zsh({ commands, common, t }: Completed): string {
    const described = commands.map(({ name, about }) => `        ${quoted(`${name}:${t(about)}`)}\n`).join("");
    const branches = commands.map((command) => {
        const specs = optionsOf(command, common).flatMap((option) => {
            const about = t(option.about).replaceAll(/[[\]:]/g, " ");
            const value = option.choices === undefined ? `:${option.value}:_files` : `:${option.value}:(${option.choices.join(" ")})`;
            return wordsOf(option).map((word) => quoted(`${word}[${about}]${option.value === undefined ? "" : value}`));
        });
        return `        ${command.name}) _arguments ${specs.join(" ")} '*:file:_files' ;;\n`;
    });
    return (
        `#compdef dualstack\n# zsh completion of dualstack: source <(dualstack completion zsh)\n_dualstack() {\n    local -a commands\n    commands=(\n${described}    )\n` +
        `    if (( CURRENT == 2 )); then\n        _describe command commands\n        return\n    fi\n` +
        `    local command=$words[2]\n    shift words\n    (( CURRENT-- ))\n    case $command in\n${branches.join("")}    esac\n}\n` +
        `(( $+functions[compdef] )) && compdef _dualstack dualstack\n`
    );
}

function fish({ commands, common, t }: Completed): string {
    const names = commands.map(({ name }) => name).join(" ");
    const lines = [
        "# fish completion of dualstack: dualstack completion fish | source",
        ...commands.map(
            ({ name, about }) =>
                `complete -c dualstack -n ${quoted(`not __fish_seen_subcommand_from ${names}`)} -f -a ${name} -d ${quoted(t(about))}`,
        ),
        ...commands.flatMap((command) =>
            optionsOf(command, common).map(({ name, short, value, choices, about }) => {
                const argument = value === undefined ? "" : choices === undefined ? " -r" : ` -x -a ${quoted(choices.join(" "))}`;
                const letter = short === undefined ? "" : ` -s ${short}`;
                const when = quoted(`__fish_seen_subcommand_from ${command.name}`);
                return `complete -c dualstack -n ${when} -l ${name}${letter}${argument} -d ${quoted(t(about))}`;
            }),
        ),
    ];
    return `${lines.join("\n")}\n`;
}

function powershell({ commands, common }: Completed): string {
    const list = (words: readonly string[]) => `@(${words.map((word) => `'${word.replaceAll("'", "''")}'`).join(", ")})`;
    const options = commands.map((command) => `        '${command.name}' { ${list(optionsOf(command, common).flatMap(wordsOf))} }\n`);
    const values = commands.flatMap((command) =>
        optionsOf(command, common)
            .filter(({ choices }) => choices !== undefined)
            .flatMap((option) => wordsOf(option).map((word) => `        '${command.name} ${word}' { ${list(option.choices ?? [])} }\n`)),
    );
    return (
        `# PowerShell completion of dualstack: dualstack completion powershell | Out-String | Invoke-Expression\n` +
        `Register-ArgumentCompleter -Native -CommandName dualstack -ScriptBlock {\n    param($wordToComplete, $commandAst, $cursorPosition)\n` +
        `    $words = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() } | Where-Object { $_ -ne $wordToComplete })\n` +
        `    $command = $words | Where-Object { -not $_.StartsWith('-') } | Select-Object -First 1\n` +
        `    $found = switch -CaseSensitive ("$command $($words | Select-Object -Last 1)") {\n${values.join("")}    }\n` +
        `    if (-not $found) { $found = switch ("$command") {\n        '' { ${list(commands.map(({ name }) => name))} }\n${options.join("")}    } }\n` +
        `    $found | Where-Object { $_ -clike "$wordToComplete*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }\n}\n`
    );
}
