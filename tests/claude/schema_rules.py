"""Which JSON schemas `output_config.format` takes."""

from __future__ import annotations

from typing import Any

from .refusals import Refused, invalid

_TYPES = frozenset({"object", "array", "string", "integer", "number", "boolean", "null"})
_FORMATS = frozenset(
    {"date-time", "time", "date", "duration", "email", "hostname", "uri", "ipv4", "ipv6", "uuid"}
)
_UNSUPPORTED = frozenset(
    """minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength maxItems
    uniqueItems contains minContains maxContains prefixItems minProperties maxProperties
    patternProperties propertyNames dependentSchemas dependentRequired unevaluatedProperties
    unevaluatedItems oneOf not if then else""".split()
)
_MOST_OPTIONAL = 24
_MOST_UNIONS = 16


def check_schema(schema: dict[str, Any]) -> None:
    """Refuses a schema outside the supported subset."""
    walk = _Walk(schema)
    walk.visit(schema, ())
    if walk.optional > _MOST_OPTIONAL:
        raise _wrong(f"too many optional parameters ({walk.optional}, limit {_MOST_OPTIONAL})")
    if walk.unions > _MOST_UNIONS:
        raise _wrong(f"too many union types ({walk.unions}, limit {_MOST_UNIONS})")


def resolved(schema: dict[str, Any], root: dict[str, Any]) -> dict[str, Any]:
    """`schema`, or the definition in `root` that its `$ref` names."""
    reference = schema.get("$ref")
    if reference is None:
        return schema
    found: Any = root
    if not str(reference).startswith("#/"):
        raise _wrong(f"external $ref '{reference}' is not supported")
    for step in str(reference)[2:].split("/"):
        found = found.get(step) if isinstance(found, dict) else None
    if not isinstance(found, dict):
        raise _wrong(f"$ref '{reference}' leads nowhere")
    return found


class _Walk:
    """Counts what is limited in sum while it visits every subschema."""

    def __init__(self, root: dict[str, Any]) -> None:
        self._root = root
        self.optional = 0
        self.unions = 0

    def visit(self, schema: Any, path: tuple[str, ...]) -> None:
        if not isinstance(schema, dict):
            raise _wrong("every subschema must be an object")
        if "$ref" in schema:
            reference = str(schema["$ref"])
            if reference in path:
                raise _wrong(f"recursive schemas are not supported ({reference})")
            self.visit(resolved(schema, self._root), (*path, reference))
            return
        self._check_keywords(schema)
        kinds = schema.get("type", [])
        kinds = kinds if isinstance(kinds, list) else [kinds]
        self.unions += len(kinds) > 1 or "anyOf" in schema
        if "object" in kinds:
            self._visit_object(schema, path)
        if "array" in kinds and "items" in schema:
            self.visit(schema["items"], path)
        for name in ("anyOf", "allOf"):
            for inner in schema.get(name, []):
                if name == "allOf" and "$ref" in inner:
                    raise _wrong("'allOf' with '$ref' is not supported")
                self.visit(inner, path)

    def _check_keywords(self, schema: dict[str, Any]) -> None:
        for name in sorted(_UNSUPPORTED & schema.keys()):
            raise _wrong(f"'{name}' is not supported")
        kinds = schema.get("type", [])
        if not _TYPES.issuperset(kinds if isinstance(kinds, list) else [kinds]):
            raise _wrong(f"unknown type {kinds!r}")
        if not schema.keys() & {"type", "anyOf", "allOf", "enum", "const"}:
            raise _wrong("a schema needs 'type', 'anyOf', 'allOf', 'enum' or 'const'")
        if schema.get("minItems", 0) not in (0, 1):
            raise _wrong("'minItems' values other than 0 or 1 are not supported")
        if schema.get("format", "date") not in _FORMATS:
            raise _wrong(f"'format' value '{schema['format']}' is not supported")
        values = schema.get("enum", [None])
        if not values or any(isinstance(value, dict | list) for value in values):
            raise _wrong("'enum' must hold one or more plain values")
        if "(?" in schema.get("pattern", ""):
            raise _wrong("'pattern' may not look around")

    def _visit_object(self, schema: dict[str, Any], path: tuple[str, ...]) -> None:
        if schema.get("additionalProperties") is not False:
            raise _wrong(
                "For 'object' type, 'additionalProperties' must be explicitly set to false"
            )
        properties = schema.get("properties", {})
        required = set(schema.get("required", []))
        if not required <= properties.keys():
            raise _wrong("'required' names a property that is not in 'properties'")
        self.optional += len(properties) - len(required)
        for inner in properties.values():
            self.visit(inner, path)


def _wrong(complaint: str) -> Refused:
    return invalid(f"output_config.format.schema: {complaint}")
