"""YAML as people write it, read without surprises: no duplicate keys, no aliases, no objects, dates stay text."""

from __future__ import annotations

from typing import Any

import yaml

from review_app.model.errors import InputError


class _StrictLoader(yaml.SafeLoader):
    """SafeLoader that refuses duplicate keys and aliases (a ten-line file of aliases can grow to gigabytes)."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("aliases are not read")
        return super().compose_node(parent, index)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        if any(not isinstance(key, str) for key in keys) or len(set(keys)) != len(keys):
            raise yaml.YAMLError("a key stands twice, or is not text")
        return super().construct_mapping(node, deep)


_StrictLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


class _TextLoader(_StrictLoader):
    """Every scalar is the text that stands there: ``1.10`` stays ``1.10``, ``no`` stays ``no``."""


_TextLoader.yaml_implicit_resolvers = {}


def load_yaml(data: bytes, name: str, *, scalars_as_text: bool = False) -> Any:
    """The single document in ``data`` (UTF-8, with or without BOM) as dicts, lists, strings, numbers and booleans;
    with ``scalars_as_text`` as dicts, lists and strings only.

    Raises InputError ``yaml-invalid`` with the line where reading stopped.
    """
    try:
        # both are subclasses of the safe loader
        return yaml.load(data.decode("utf-8-sig"), _TextLoader if scalars_as_text else _StrictLoader)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError, ValueError) as failure:
        mark = getattr(failure, "problem_mark", None)
        raise InputError("yaml-invalid", name=name, line=mark.line + 1 if mark else 1) from failure
