/**
 * A YAML file comes in, settings records go out; every mistake in it is reported at once, by file, line and key, with the nearest valid
 * word. Each module brings the JSON Schema and the records of its own section.
 */
package io.goldsmith.matching.settings;
