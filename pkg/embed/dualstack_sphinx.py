"""A Sphinx extension: the directive ``dualstack`` becomes <dualstack-planner> with its form made ahead.

In conf.py, with the folder of this file on sys.path::

    extensions = ["dualstack_sphinx"]
    dualstack_command = "npx dualstack"

In a page::

    .. dualstack::
       :view: map

       apiVersion: dualstack-planner/v1
       ...
"""

import html
import shlex
import subprocess

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

VIEWS = ("sentence", "map", "nodes", "services", "findings", "files", "planner")
# The exit code of `dualstack` for a text that is no plan; 1 says that the plan has errors.
UNUSABLE = 2


def one_of(*values):
    return lambda argument: directives.choice(argument, values)


class Dualstack(SphinxDirective):
    """A plan and how it is shown. The options are the attributes of the element."""

    has_content = True
    option_spec = {
        "view": one_of(*VIEWS),
        "at": directives.unchanged_required,
        "theme": one_of("light", "dark", "auto"),
        "locale": directives.unchanged_required,
        "load": one_of("interaction", "visible", "eager"),
        "heading": directives.nonnegative_int,
        "readonly": directives.flag,
        "editor": directives.flag,
    }

    def run(self):
        self.assert_has_content()
        plan = "\n".join(self.content) + "\n"
        attributes = {name: "" if value is None else str(value) for name, value in self.options.items() if name != "at"}
        attributes["plan"] = plan
        given = "".join(f' {name}="{html.escape(value)}"' for name, value in attributes.items())
        # A plan that can be edited stands beside its view without scripts too.
        shown = '<pre class="dsp-plan" lang="en" dir="ltr" translate="no" tabindex="0"><code>{}</code></pre>'
        beside = shown.format(html.escape(plan)) if "editor" in self.options else ""
        text = f"<dualstack-planner{given}>{beside}{self.rendered(plan)}</dualstack-planner>\n"
        return [nodes.raw("", text, format="html")]

    def rendered(self, plan):
        """Returns the static form of the plan. A text without a plan is an error at its place in the page."""
        language = self.options.get("locale") or self.config.language or "en"
        options = {name: self.options[name] for name in ("view", "at", "theme", "heading") if name in self.options}
        options["id"] = f"dsp-{nodes.make_id(self.env.docname)}-{self.env.new_serialno('dualstack')}"
        options["lang"] = "ja" if language.lower().startswith("ja") else "en"
        words = [f"--{name}={value}" for name, value in options.items()]
        command = [*shlex.split(self.config.dualstack_command), "render", *words]
        run = subprocess.run(command, input=plan, capture_output=True, encoding="utf-8", check=False)
        if run.returncode >= UNUSABLE or run.returncode < 0:
            raise self.error(run.stderr.strip())
        return run.stdout.strip()


def setup(app):
    app.add_config_value("dualstack_command", "dualstack", "html")
    app.add_directive("dualstack", Dualstack)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
