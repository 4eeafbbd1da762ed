package org.valida.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.valida.Valida;
import org.valida.check.SchemaFile;
import org.valida.contract.RuleCatalog;
import org.valida.json.JsonValue;
import org.valida.json.Utf8Cursor;
import org.valida.text.Draft;

/**
 * Every keyword of drafts 4, 6 and 7, with an instance that keeps it and one that breaks it: which
 * rule is reported, and where. Broken schemas: at which line and column.
 *
 * <p>A case is a line: drafts, schema, instance, then what must be reported, each as rule and
 * pointer, or {@code ok}; between them stands a bar.
 */
class KeywordTest {

  private static final RuleCatalog RULES = Valida.rules();

  private static final String TYPES =
      """
      467 | {"type": "null"}                    | null       | ok
      467 | {"type": "null"}                    | 0          | schema-type
      467 | {"type": "boolean"}                 | false      | ok
      467 | {"type": "boolean"}                 | "false"    | schema-type
      467 | {"type": "integer"}                 | -12        | ok
      467 | {"type": "integer"}                 | 1.5        | schema-type
      4   | {"type": "integer"}                 | 1.0        | schema-type
      67  | {"type": "integer"}                 | 1.0        | integer-as-decimal
      67  | {"type": "integer"}                 | 12e1       | integer-as-decimal
      67  | {"type": "integer"}                 | 12e-1      | schema-type
      467 | {"type": "number"}                  | 1          | ok
      467 | {"type": "number"}                  | 1.5e300    | ok
      467 | {"type": "number"}                  | "1"        | schema-type
      467 | {"type": "string"}                  | ""         | ok
      467 | {"type": "string"}                  | null       | schema-type
      467 | {"type": "array"}                   | []         | ok
      467 | {"type": "array"}                   | {}         | schema-type
      467 | {"type": "object"}                  | {}         | ok
      467 | {"type": "object"}                  | []         | schema-type
      467 | {"type": ["string", "null"]}        | null       | ok
      467 | {"type": ["string", "null"]}        | 1          | schema-type
      467 | {"items": {"type": "string"}}       | ["a", 1]   | schema-type /1
      67  | true                                | [1, {}]    | ok
      67  | false                               | null       | schema-false
      67  | {"properties": {"a": false}}        | {"b": 1}   | ok
      67  | {"properties": {"a": false}}        | {"a": 1}   | schema-false /a
      467 | {}                                  | {"a": [1]} | ok
      """;

  private static final String VALUES =
      """
      467 | {"enum": ["a", 2, null]}            | 2.0        | ok
      467 | {"enum": ["a", 2, null]}            | null       | ok
      467 | {"enum": ["a", 2, null]}            | "b"        | schema-enum
      467 | {"enum": [false]}                   | 0          | schema-enum
      467 | {"enum": [{"a": [1, {"b": 2}]}]}    | {"a": [1.0, {"b": 2}]} | ok
      467 | {"enum": [{"a": 1, "b": 2}]}        | {"b": 2, "a": 1}       | ok
      467 | {"enum": [{"a": 1}]}                | {"a": 2}   | schema-enum
      467 | {"enum": [[1]]}                     | [[1]]      | schema-enum
      67  | {"enum": []}                        | 1          | schema-false
      4   | {"const": 1}                        | 2          | ok
      67  | {"const": 1}                        | 1.0        | ok
      67  | {"const": 1}                        | true       | schema-const
      67  | {"const": null}                     | null       | ok
      67  | {"const": null}                     | ""         | schema-const
      67  | {"const": {"a": []}}                | {"a": []}  | ok
      67  | {"const": {"a": []}}                | {}         | schema-const
      67  | {"properties": {"a": {"const": 1}}} | {"a": [1]} | schema-const /a
      """;

  private static final String STRINGS =
      """
      467 | {"minLength": 2}                    | "ab"       | ok
      467 | {"minLength": 2}                    | "é"        | schema-length
      467 | {"minLength": 2.0}                  | "é"        | schema-length
      467 | {"minLength": 2}                    | 1          | ok
      467 | {"maxLength": 2}                    | "😀😀"     | ok
      467 | {"maxLength": 2}                    | "\\ud83d\\ude00\\u0041" | ok
      467 | {"maxLength": 2}                    | "abc"      | schema-length
      467 | {"maxLength": 0}                    | ""         | ok
      467 | {"pattern": "^A$"}                  | "\\u0041"   | ok
      467 | {"pattern": "^A$"}                  | "\\u0042"   | schema-pattern
      467 | {"pattern": "b+"}                   | "abbc"     | ok
      467 | {"pattern": "^b+$"}                 | "abbc"     | schema-pattern
      467 | {"pattern": "^b+$"}                 | "\\u0062b" | ok
      467 | {"pattern": "^b+$"}                 | ["a"]      | ok
      467 | {"pattern": "^(?!.*x)"}             | "axb"      | schema-pattern
      467 | {"format": "ipv4"}                  | "127.0.0.1" | ok
      467 | {"format": "ipv4"}                  | "127.0.0.256" | schema-format
      467 | {"format": "date-time"}             | "2024-02-29T10:00:00Z" | ok
      467 | {"format": "date-time"}             | "2023-02-29T10:00:00Z" | schema-format
      467 | {"format": "email"}                 | "a@b"      | ok
      467 | {"format": "email"}                 | "a"        | schema-format
      467 | {"format": "hostname"}              | "-a"       | schema-format
      467 | {"format": "ipv6"}                  | "::1::"    | schema-format
      467 | {"format": "uri"}                   | "a b"      | schema-format
      4   | {"format": "json-pointer"}          | "a"        | ok
      67  | {"format": "json-pointer"}          | "a"        | schema-format
      67  | {"format": "uri-reference"}         | "\\\\a"    | schema-format
      67  | {"format": "uri-template"}          | "{a"       | schema-format
      46  | {"format": "date"}                  | "x"        | ok
      7   | {"format": "date"}                  | "2024-13-01" | schema-format
      7   | {"format": "time"}                  | "25:00:00Z" | schema-format
      7   | {"format": "regex"}                 | "("        | schema-format
      7   | {"format": "idn-email"}             | "é"        | schema-format
      7   | {"format": "relative-json-pointer"} | "/a"       | schema-format
      467 | {"format": "unheard-of"}            | "anything" | ok
      467 | {"format": "ipv4"}                  | 1          | ok
      """;

  private static final String NUMBERS =
      """
      467 | {"minimum": 2}                      | 2          | ok
      467 | {"minimum": 2}                      | 1.99999999999999999999 | schema-range
      467 | {"minimum": 2}                      | "1"        | ok
      467 | {"maximum": 0.3}                    | 0.3        | ok
      467 | {"maximum": 0.3}                    | 0.30000000000000000001 | schema-range
      467 | {"maximum": 1e400}                  | 1e401      | schema-range
      467 | {"minimum": -5, "maximum": -3}      | -4         | ok
      467 | {"minimum": -5, "maximum": -3}      | -2         | schema-range
      4   | {"minimum": 2, "exclusiveMinimum": true}  | 2    | schema-range
      4   | {"minimum": 2, "exclusiveMinimum": true}  | 3    | ok
      4   | {"minimum": 2, "exclusiveMinimum": false} | 2    | ok
      4   | {"maximum": 2, "exclusiveMaximum": true}  | 2    | schema-range
      4   | {"exclusiveMaximum": true}          | 2          | ok
      67  | {"exclusiveMinimum": 2}             | 2          | schema-range
      67  | {"exclusiveMinimum": 2}             | 2.01       | ok
      67  | {"exclusiveMaximum": 2}             | 2.0        | schema-range
      67  | {"exclusiveMaximum": 2}             | 1          | ok
      67  | {"minimum": 3, "exclusiveMinimum": 2} | 2.5      | schema-range
      67  | {"maximum": 5, "exclusiveMaximum": 3} | 4        | schema-range
      67  | {"maximum": 5, "exclusiveMaximum": 5} | 5        | schema-range
      67  | {"maximum": 5, "exclusiveMaximum": 9} | 7        | schema-range
      67  | {"maximum": 5, "exclusiveMaximum": 9} | 5        | ok
      67  | {"properties": {"a": {"allOf": [{"type": ["array", "object"]}]}, "b": {"type": "null"}}} | {"a": [1, {"c": [2]}], "b": 1} | schema-type /b
      67  | {"minimum": 2, "exclusiveMinimum": 2} | 2        | schema-range
      467 | {"multipleOf": 0.01}                | 0.29       | ok
      467 | {"multipleOf": 0.01}                | 0.075      | schema-multiple-of
      467 | {"multipleOf": 3}                   | 9007199254740993 | ok
      467 | {"multipleOf": 3}                   | 9007199254740994 | schema-multiple-of
      467 | {"multipleOf": 1e-300}              | 5          | ok
      467 | {"type": "integer", "multipleOf": 5} | 0         | ok
      """;

  private static final String OBJECTS =
      """
      467 | {"properties": {"a": {"type": "string"}}}   | {"a": "x", "b": 1}   | ok
      467 | {"properties": {"a": {"type": "string"}}}   | {"a": 1}             | schema-type /a
      467 | {"properties": {"a/b~": {"type": "string"}}} | {"a/b~": 1}         | schema-type /a~1b~0
      467 | {"properties": {"é": {"type": "string"}}}   | {"\\u00e9": 1}       | schema-type /é
      467 | {"properties": {"a": {}}}                   | []                   | ok
      467 | {"required": ["a", "b"]}                    | {"a": 1, "b": null}  | ok
      467 | {"required": ["a", "b"]}                    | {}                   | schema-required, schema-required
      467 | {"properties": {"x": {"required": ["a"]}}}  | {"x": {}}            | schema-required /x
      467 | {"required": ["a"]}                         | "a"                  | ok
      467 | {"properties": {"a": {}}, "additionalProperties": false} | {"a": 1}   | ok
      467 | {"properties": {"a": {}}, "additionalProperties": false} | {"zzz": 1} | schema-unknown-attribute /zzz
      467 | {"additionalProperties": {"type": "null"}}  | {"a": null, "b": 1}  | schema-type /b
      467 | {"patternProperties": {"^n": {"type": "number"}}} | {"n1": 1, "x": "y"} | ok
      467 | {"patternProperties": {"^n": {"type": "number"}}} | {"n1": "1"}    | schema-type /n1
      467 | {"patternProperties": {"n": {"minimum": 2}, "1": {"maximum": 0}}} | {"n1": 1} | schema-range /n1, schema-range /n1
      467 | {"patternProperties": {"^n": {}}, "additionalProperties": false} | {"n": 1, "m": 2} | schema-unknown-attribute /m
      467 | {"minProperties": 1}                        | {"a": 1}             | ok
      467 | {"minProperties": 1}                        | {}                   | schema-properties
      467 | {"maxProperties": 1}                        | {"a": 1, "b": 2}     | schema-properties
      4   | {"propertyNames": {"maxLength": 1}}         | {"ab": 1}            | ok
      67  | {"propertyNames": {"maxLength": 1}}         | {"a": 1}             | ok
      67  | {"propertyNames": {"maxLength": 1}}         | {"a": 1, "ab": 1}    | schema-property-names /ab
      67  | {"propertyNames": false}                    | {"a": 1}             | schema-property-names /a
      467 | {"dependencies": {"a": ["b", "c"]}}         | {"a": 1, "b": 2, "c": 3} | ok
      467 | {"dependencies": {"a": ["b", "c"]}}         | {"a": 1, "b": 2}     | schema-dependencies
      467 | {"dependencies": {"a": ["b"]}}              | {"c": 1}             | ok
      467 | {"dependencies": {"a": {"required": ["b"]}}} | {"a": 1, "b": 2}    | ok
      467 | {"dependencies": {"a": {"required": ["b"]}}} | {"a": 1}            | schema-combination
      67  | {"dependencies": {"a": false}}              | {"a": 1}             | schema-combination
      467 | {}                                          | {"a": 1, "\\u0061": 2} | json-duplicate-name /a
      """;

  private static final String ARRAYS =
      """
      467 | {"items": {"type": "number"}}               | [1, 2]               | ok
      467 | {"items": {"items": {"type": "number"}}}    | [[1], [2, "3"]]      | schema-type /1/1
      467 | {"items": {"type": "number"}}               | {"0": "a"}           | ok
      467 | {"items": [{"type": "number"}, {"type": "string"}]} | [1, "a", null] | ok
      467 | {"items": [{"type": "number"}, {"type": "string"}]} | ["a"]         | schema-type /0
      467 | {"items": [{}], "additionalItems": false}   | [1]                  | ok
      467 | {"items": [{}], "additionalItems": false}   | [1, 2, 3]            | schema-items /1
      467 | {"items": [{}], "additionalItems": {"type": "null"}} | [1, null, 2] | schema-type /2
      467 | {"additionalItems": false}                  | [1]                  | ok
      67  | {"items": false}                            | []                   | ok
      67  | {"items": false}                            | [1]                  | schema-false /0
      467 | {"minItems": 1}                             | [0]                  | ok
      467 | {"minItems": 1}                             | []                   | schema-items
      467 | {"maxItems": 1}                             | [1, 2]               | schema-items
      467 | {"uniqueItems": true}                       | [1, "1", true, [1], {"a": 1}] | ok
      467 | {"uniqueItems": true}                       | [1, 2, 1.0]          | schema-unique-items /2
      467 | {"uniqueItems": true}                       | [{"a": 1, "b": 2}, {"b": 2, "a": 1}] | schema-unique-items /1
      467 | {"uniqueItems": true}                       | [0, false, null, "", []] | ok
      467 | {"uniqueItems": false}                      | [1, 1]               | ok
      4   | {"contains": {"minimum": 5}}                | [1]                  | ok
      67  | {"contains": {"minimum": 5}}                | [1, 6]               | ok
      67  | {"contains": {"minimum": 5}}                | [1, 2]               | schema-contains
      67  | {"contains": {"required": ["a"]}}           | [{"b": 1}, {"a": 1}] | ok
      67  | {"contains": true}                          | []                   | schema-contains
      """;

  private static final String COMBINATIONS =
      """
      467 | {"allOf": [{"minimum": 1}, {"maximum": 3}]} | 2   | ok
      467 | {"allOf": [{"minimum": 1}, {"maximum": 3}]} | 4   | schema-range
      467 | {"allOf": [{"required": ["a"]}, {"properties": {"b": {"type": "null"}}}]} | {"b": 1} | schema-required, schema-type /b
      467 | {"anyOf": [{"type": "string"}, {"minimum": 5}]} | 5   | ok
      467 | {"anyOf": [{"type": "string"}, {"minimum": 5}]} | 4   | schema-combination
      467 | {"properties": {"p": {"anyOf": [{"required": ["a"]}, {"required": ["b"]}]}}} | {"p": {"c": 1}} | schema-combination /p
      467 | {"oneOf": [{"multipleOf": 2}, {"multipleOf": 3}]} | 4 | ok
      467 | {"oneOf": [{"multipleOf": 2}, {"multipleOf": 3}]} | 6 | schema-combination
      467 | {"oneOf": [{"multipleOf": 2}, {"multipleOf": 3}]} | 5 | schema-combination
      467 | {"not": {"type": "string"}}                 | 1       | ok
      467 | {"not": {"type": "string"}}                 | "a"     | schema-combination
      467 | {"not": {"required": ["a"]}}                | {"a": 1} | schema-combination
      46  | {"if": {"minimum": 5}, "then": {"maximum": 7}} | 9    | ok
      7   | {"if": {"minimum": 5}, "then": {"maximum": 7}} | 4    | ok
      7   | {"if": {"minimum": 5}, "then": {"maximum": 7}} | 9    | schema-combination
      7   | {"if": {"minimum": 5}, "else": {"maximum": 2}} | 3    | schema-combination
      7   | {"if": {"required": ["a"]}, "then": {"required": ["b"]}, "else": {"required": ["c"]}} | {"a": 1, "b": 1} | ok
      7   | {"if": {"required": ["a"]}, "then": {"required": ["b"]}, "else": {"required": ["c"]}} | {"b": 1} | schema-combination
      7   | {"then": {"maximum": 2}, "else": {"maximum": 2}} | 3  | ok
      467 | {"allOf": [{"anyOf": [{"not": {"minimum": 2}}, {"const": 1, "enum": [5]}]}]} | 3 | schema-combination
      """;

  private static final String REFERENCES =
      """
      467 | {"definitions": {"s": {"type": "string"}}, "items": {"$ref": "#/definitions/s"}} | ["a"] | ok
      467 | {"definitions": {"s": {"type": "string"}}, "items": {"$ref": "#/definitions/s"}} | [1]   | schema-type /0
      467 | {"properties": {"next": {"$ref": "#"}}, "additionalProperties": false} | {"next": {"next": {"x": 1}}} | schema-unknown-attribute /next/next/x
      467 | {"definitions": {"a/b%": {"type": "null"}}, "items": {"$ref": "#/definitions/a~1b%25"}} | [1] | schema-type /0
      467 | {"definitions": {"s": {"type": "string"}}, "items": {"$ref": "#/definitions/s", "maxLength": 1}} | ["long"] | ok
      4   | {"definitions": {"s": {"id": "#text", "type": "string"}}, "items": {"$ref": "#text"}} | [1] | schema-type /0
      67  | {"definitions": {"s": {"$id": "#text", "type": "string"}}, "items": {"$ref": "#text"}} | [1] | schema-type /0
      67  | {"definitions": {"s": {"$id": "http://example.org/s#part", "type": "null"}}, "items": {"$ref": "http://example.org/s#part"}} | [1] | schema-type /0
      67  | {"definitions": {"s": {"$id": "http://example.org/s", "type": "null"}}, "items": {"$ref": "http://example.org/s"}} | [1] | schema-type /0
      467 | {"items": {"$ref": "other.json"}}           | [1]     | schema-type /0
      467 | {"items": {"$ref": "other.json#/definitions/small"}} | [9] | schema-range /0
      4   | {"$ref": "http://json-schema.org/draft-04/schema#"} | {"type": "strin"} | schema-combination /type
      6   | {"$ref": "http://json-schema.org/draft-06/schema#"} | {"minLength": -1} | schema-range /minLength
      7   | {"$ref": "http://json-schema.org/draft-07/schema#"} | {"minLength": -1} | schema-range /minLength
      467 | {"properties": {"$ref": {"type": "string"}}} | {"$ref": 1} | schema-type /$ref
      467 | {"title": "t", "description": "d", "default": 1, "$comment": "c", "examples": [1], "unheardOf": {"type": 5}} | "x" | ok
      """;

  /**
   * The general ways through objects and arrays: several schemas for one value, values read twice.
   */
  private static final String SEVERAL =
      """
      467 | {"minItems": 2, "maxItems": 3}              | [1]          | schema-items
      467 | {"minItems": 2, "maxItems": 3}              | [1, 2]       | ok
      467 | {"minItems": 2, "maxItems": 3}              | [1, 2, 3]    | ok
      467 | {"minItems": 2, "maxItems": 3}              | [1, 2, 3, 4] | schema-items
      467 | {"minProperties": 1, "maxProperties": 2}    | {"a": 1, "b": 2} | ok
      467 | {"minProperties": 1, "maxProperties": 2, "patternProperties": {"a": {}}} | {}                       | schema-properties
      467 | {"minProperties": 1, "maxProperties": 2, "patternProperties": {"a": {}}} | {"a": 1}                 | ok
      467 | {"minProperties": 1, "maxProperties": 2, "patternProperties": {"a": {}}} | {"a": 1, "b": 2}         | ok
      467 | {"minProperties": 1, "maxProperties": 2, "patternProperties": {"a": {}}} | {"a": 1, "b": 2, "c": 3} | schema-properties
      467 | {"uniqueItems": true, "items": {"properties": {"a": {"type": "string"}}}} | [{"a": 1}, {"a": "x"}, {"a": 1}] | schema-type /0/a, schema-type /2/a, schema-unique-items /2
      467 | {"uniqueItems": true, "items": {"type": "string"}} | ["a", 1, "a"] | schema-type /1, schema-unique-items /2
      67  | {"contains": {"required": ["b"]}, "items": {"properties": {"a": {"type": "string"}}}} | [{"b": 1}, {"a": 1}] | schema-type /1/a
      67  | {"contains": {"type": "array"}, "items": {"minItems": 1}} | [1, [], 2] | schema-items /1
      67  | {"contains": {"minimum": 5}, "uniqueItems": true} | [9, 1, 1]  | schema-unique-items /2
      467 | {"allOf": [{"items": {"type": "string"}}, {"items": {"maxLength": 1}}]} | ["a", 1, "bb"] | schema-type /1, schema-length /2
      467 | {"allOf": [{"items": {"type": "string"}}, {"maxLength": 1}]} | ["a", 1] | schema-type /1
      467 | {"allOf": [{"items": {"type": "string"}}, {"type": "object"}]} | ["a", 1] | schema-type, schema-type /1
      467 | {"allOf": [{"type": "object"}, {"type": "array"}]} | {}   | schema-type
      467 | {"allOf": [{"type": "object"}, {"type": "array"}]} | []   | schema-type
      467 | {"allOf": [{"type": "object"}, {"type": "array"}]} | 1    | schema-type, schema-type
      467 | {"allOf": [{"properties": {"a": {"items": {"type": "string"}}}}, {"properties": {"a": {"maxItems": 1}}}]} | {"a": [1, "x"]} | schema-type /a/0, schema-items /a
      467 | {"allOf": [{"properties": {"a": {"required": ["x"]}}}, {"properties": {"a": {"required": ["y"], "maxProperties": 1}}}]} | {"a": {"y": 1, "z": 2}} | schema-required /a, schema-properties /a
      467 | {"allOf": [{"properties": {"a": {"minimum": 2}}}, {"properties": {"a": {"maximum": 0}}}]} | {"a": 1} | schema-range /a, schema-range /a
      467 | {"allOf": [{"required": ["a"]}, {"dependencies": {"b": ["c"]}}]} | {"b": 1} | schema-required, schema-dependencies
      467 | {"allOf": [{"additionalProperties": false, "properties": {"a": {}}}, {"properties": {"abcd": {}}}]} | {"a": 1, "abcd": 2} | schema-unknown-attribute /abcd
      467 | {"patternProperties": {"^n": {}}}           | {"m": {"a": 1, "a": 2}} | json-duplicate-name /m/a
      467 | {"patternProperties": {"^n": {}}}           | {"n": 1, "n": 2} | json-duplicate-name /n
      467 | {"patternProperties": {"^n": {"items": {"type": "null"}}, "m$": {"maxItems": 1}}} | {"nm": [1, null]} | schema-type /nm/0, schema-items /nm
      467 | {}                                          | [[0, {"a": 1, "a": 2}]] | json-duplicate-name /0/1/a
      467 | {"properties": {"a": {"type": "string"}}}   | {"a": 1, "a": "x"} | schema-type /a, json-duplicate-name /a
      467 | {"enum": [{"a": 1}], "properties": {"a": {"maximum": 1}}} | {"a": 2} | schema-enum, schema-range /a
      67  | {"const": [1], "items": {"type": "string"}} | [2]          | schema-const, schema-type /0
      467 | {"anyOf": [{"items": {"type": "string"}}, {"maxItems": 1}]} | [1, 2]  | schema-combination
      467 | {"anyOf": [{"items": {"type": "string"}}, {"maxItems": 1}]} | ["a", "b"] | ok
      467 | {"anyOf": [{"items": {"type": "string"}}, {"maxItems": 1}], "items": {"minimum": 3}} | [2] | schema-range /0
      467 | {"oneOf": [{"required": ["a"]}, {"required": ["b"]}], "properties": {"a": {"type": "null"}}} | {"a": 1, "b": 1} | schema-combination, schema-type /a
      467 | {"oneOf": [{"required": ["a"]}, {"required": ["b"]}]} | {"a": {"c": 1, "c": 2}} | json-duplicate-name /a/c
      467 | {"not": {"not": {"type": "string"}}}        | "a"          | ok
      467 | {"not": {"not": {"type": "string"}}}        | 1            | schema-combination
      467 | {"anyOf": [{"not": {"anyOf": [{"type": "string"}]}}, {"type": "integer"}]} | "a" | schema-combination
      467 | {"anyOf": [{"not": {"anyOf": [{"type": "string"}]}}, {"type": "integer"}]} | 1   | ok
      467 | {"items": {"not": {"properties": {"a": {"type": "string"}}}}} | [{"a": 1}, {"a": "x"}, {}] | schema-combination /1, schema-combination /2
      467 | {"additionalProperties": {"not": {}}}       | {"a": [1]}   | schema-combination /a
      467 | {"dependencies": {"a": {"properties": {"b": {"type": "null"}}}}, "properties": {"b": {"maximum": 0}}} | {"a": 1, "b": 1} | schema-combination, schema-range /b
      467 | {"dependencies": {"a": {"required": ["b"]}}} | [1]         | ok
      7   | {"if": {"type": "array"}, "then": {"items": {"type": "null"}}, "items": {"minimum": 5}} | [1] | schema-combination, schema-range /0
      67  | {"propertyNames": {"pattern": "^a"}, "properties": {"b": {"type": "null"}}} | {"b": 1} | schema-property-names /b, schema-type /b
      67  | {"propertyNames": {"enum": ["a", "\\"é"]}}    | {"a": 1, "\\"é": 2} | ok
      467 | {"allOf": [{"definitions": {"s": {"type": "null"}}}], "items": {"$ref": "#/allOf/0/definitions/s"}} | [1] | schema-type /0
      67  | {"allOf": [{"$id": "http://example.org/s", "maxItems": 1}], "items": {"$ref": "http://example.org/s"}} | [[1, 2]] | schema-items /0
      67  | {"not": {"$id": "#n", "minItems": 9}, "items": {"$ref": "#n"}} | [[1]] | schema-items /0
      67  | {"dependencies": {"a": {"$id": "#d", "type": "null"}}, "items": {"$ref": "#d"}} | [1] | schema-type /0
      67  | {"items": {"$id": "http://example.org/folder/", "definitions": {"x": {"$id": "x", "type": "null"}}}, "maxItems": 1, "additionalItems": {"$ref": "http://example.org/folder/x"}} | [1, 2] | schema-items
      67  | {"definitions": {"b": {"$id": "http://example.org/b/", "items": {"$ref": "x"}, "definitions": {"x": {"$id": "x", "type": "null"}}}}, "$ref": "http://example.org/b/"} | [1] | schema-type /0
      """;

  private static final Map<String, String> OTHERS =
      Map.of(
          "mem:/folder/other.json",
          "{\"type\": \"string\", \"definitions\": {\"small\": {\"maximum\": 5}}}");

  static Stream<List<String>> cases() {
    return Stream.of(
            TYPES, VALUES, STRINGS, NUMBERS, OBJECTS, ARRAYS, COMBINATIONS, REFERENCES, SEVERAL)
        .flatMap(String::lines)
        .map(line -> Arrays.stream(line.split(" \\| ")).map(String::strip).toList())
        .flatMap(
            cells -> cells.get(0).chars().mapToObj(draft -> with("DRAFT" + (char) draft, cells)));
  }

  private static List<String> with(String draft, List<String> cells) {
    return List.of(draft, cells.get(1), cells.get(2), cells.get(3));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aKeywordReportsItsBreachAndNothingElse(List<String> cells) {
    var program = compile(cells.get(1), Draft.valueOf(cells.get(0)));

    List<String> expected =
        cells.get(3).equals("ok") ? List.of() : List.of(cells.get(3).split(", "));
    assertThat(reported(program, cells.get(2))).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static List<String> reported(Program program, String instance) {
    var reported = new ArrayList<String>();
    var settings = Settings.defaults();
    new Checker(
            program,
            settings,
            new RunMemory(null),
            violation -> reported.add((violation.rule().id() + " " + violation.pointer()).strip()))
        .check(
            Utf8Cursor.over(instance.getBytes(StandardCharsets.UTF_8), settings.limits()),
            "instance");
    return reported;
  }

  private static Program compile(String schema, Draft draft) {
    SchemaDocuments others = uri -> Optional.ofNullable(OTHERS.get(uri)).map(JsonValue::parse);
    return SchemaFile.compile(
        JsonValue.parse(schema), URI.create("mem:/folder/schema.json"), draft, others, RULES);
  }

  @Test
  void everyBreachOfADocumentIsReportedInTheOrderOfItsPlace() {
    var program =
        compile(
            """
            {"properties": {"a": {"type": "string"}, "b": {"minimum": 3},
              "c": {"items": {"maxLength": 1}}}, "required": ["d"]}\
            """,
            Draft.DRAFT7);

    assertThat(reported(program, "{\"c\": [\"xx\", \"y\", \"zz\"], \"b\": 1, \"a\": 0}"))
        .containsExactly(
            "schema-required",
            "schema-length /c/0",
            "schema-length /c/2",
            "schema-range /b",
            "schema-type /a");
  }

  @Test
  void aSchemaSaysItsOwnDraft() {
    var draft4 = "{\"$schema\": \"http://json-schema.org/draft-04/schema#\", \"const\": 1}";
    var draft6 = "{\"$schema\": \"http://json-schema.org/draft-06/schema\", \"const\": 1}";

    assertThat(reported(compile(draft4, Draft.DRAFT7), "2")).isEmpty();
    assertThat(reported(compile(draft6, Draft.DRAFT4), "2")).containsExactly("schema-const");
  }

  // ---- broken schemas: drafts, schema, line and column of the fault, part of the message

  private static final String BROKEN =
      """
      467 | {"type": "integr"}                  | 1:10 | there is no JSON type integr
      467 | {"type": 5}                         | 1:10 | type must be the name of a JSON type
      467 | {"type": ["string", 5]}             | 1:21 | type must be the name of a JSON type
      467 | {"properties": {"a": {"type": "x"}}} | 1:31 | there is no JSON type x
      467 | {"minLength": -1}                   | 1:15 | minLength must be a whole number from 0 on
      467 | {"maxLength": 1.5}                  | 1:15 | maxLength must be a whole number from 0 on
      467 | {"minItems": "1"}                   | 1:14 | minItems must be a whole number from 0 on
      467 | {"maxItems": null}                  | 1:14 | maxItems must be a whole number from 0 on
      467 | {"minProperties": -2}               | 1:19 | minProperties must be a whole number from 0 on
      467 | {"maxProperties": []}               | 1:19 | maxProperties must be a whole number from 0 on
      467 | {"minimum": "1"}                    | 1:13 | minimum must be a number
      467 | {"maximum": true}                   | 1:13 | maximum must be a number
      4   | {"exclusiveMinimum": 1}             | 1:22 | exclusiveMinimum must be true or false
      4   | {"exclusiveMaximum": 1}             | 1:22 | exclusiveMaximum must be true or false
      67  | {"exclusiveMinimum": true}          | 1:22 | exclusiveMinimum must be a number
      67  | {"exclusiveMaximum": true}          | 1:22 | exclusiveMaximum must be a number
      467 | {"multipleOf": 0}                   | 1:16 | multipleOf must be greater than 0
      467 | {"multipleOf": -1}                  | 1:16 | multipleOf must be greater than 0
      467 | {"pattern": "("}                    | 1:13 | ECMA-262
      467 | {"pattern": 1}                      | 1:13 | a pattern must be a text
      467 | {"patternProperties": {"(": {}}}    | 1:23 | ECMA-262
      467 | {"enum": 1}                         | 1:10 | enum must be a list of values
      467 | {"properties": []}                  | 1:16 | properties must be an object
      467 | {"patternProperties": 1}            | 1:23 | patternProperties must be an object
      467 | {"dependencies": []}                | 1:18 | dependencies must be an object
      467 | {"dependencies": {"a": [1]}}        | 1:25 | a name must be a text
      467 | {"required": "a"}                   | 1:14 | a list of names is due here
      4   | {"required": true}                  | 1:14 | required must be a list of names (a boolean is of draft 3)
      467 | {"required": [1]}                   | 1:15 | a name must be a text
      467 | {"uniqueItems": 1}                  | 1:17 | uniqueItems must be true or false
      467 | {"items": 1}                        | 1:11 | a schema must be an object
      467 | {"items": [1]}                      | 1:12 | a schema must be an object
      467 | {"items": [{}], "additionalItems": 1} | 1:36 | a schema must be an object
      467 | {"additionalProperties": 1}         | 1:26 | a schema must be an object
      67  | {"propertyNames": 1}                | 1:19 | a schema must be an object or a boolean
      67  | {"contains": 1}                     | 1:14 | a schema must be an object or a boolean
      467 | {"not": 1}                          | 1:9  | a schema must be an object
      7   | {"if": 1, "then": {}}               | 1:8  | a schema must be an object or a boolean
      7   | {"if": {}, "then": 1}               | 1:20 | a schema must be an object or a boolean
      467 | {"allOf": []}                       | 1:11 | allOf must be a list of at least one schema
      467 | {"anyOf": {}}                       | 1:11 | anyOf must be a list of at least one schema
      467 | {"oneOf": [1]}                      | 1:12 | a schema must be an object
      4   | true                                | 1:1  | a schema must be an object
      467 | []                                  | 1:1  | a schema must be an object
      467 | {"$ref": "#/definitions/none"}      | 1:10 | the reference #/definitions/none leads nowhere
      467 | {"items": {"$ref": "http://example.org/x"}} | 1:20 | the reference http://example.org/x leads nowhere
      467 | {"$ref": "#"}                       | 1:10 | the reference # only leads back to itself
      467 | {"items": {"$ref": "#/definitions/a"}, "definitions": {"a": {"$ref": "#/definitions/b"}, "b": {"$ref": "#/definitions/a"}}} | 1:20 | the reference #/definitions/a only leads back to itself
      467 | {"$schema": "http://json-schema.org/draft-03/schema#"} | 1:13 | only drafts 4, 6 and 7 of JSON Schema are known
      467 | {"$schema": "https://json-schema.org/draft/2020-12/schema"} | 1:13 | only drafts 4, 6 and 7 of JSON Schema are known
      """;

  static Stream<List<String>> brokenSchemas() {
    return BROKEN
        .lines()
        .map(line -> Arrays.stream(line.split(" \\| ")).map(String::strip).toList())
        .flatMap(
            cells -> cells.get(0).chars().mapToObj(draft -> with("DRAFT" + (char) draft, cells)));
  }

  @ParameterizedTest
  @MethodSource("brokenSchemas")
  void aBrokenSchemaIsRefusedWithThePlaceOfItsFault(List<String> cells) {
    var e =
        catchThrowableOfType(
            SchemaException.class, () -> compile(cells.get(1), Draft.valueOf(cells.get(0))));

    assertThat(e).as("the exception of a broken schema").isNotNull();
    assertThat(e.getMessage()).contains(cells.get(3));
    assertThat(e.line() + ":" + e.column()).isEqualTo(cells.get(2));
    assertThat(e.located()).startsWith("mem:/folder/schema.json:" + cells.get(2) + ": ");
  }

  @Test
  void theLineOfAFaultIsCountedInTheSchemasFile() {
    var schema =
        """
        {
          "description": "é😀",
          "properties": {
            "a": {"title": "é😀", "type": "integr"}
          }
        }\
        """;

    var e = catchThrowableOfType(SchemaException.class, () -> compile(schema, Draft.DRAFT7));

    assertThat(e.located()).isEqualTo("mem:/folder/schema.json:4:34: there is no JSON type integr");
  }
}
