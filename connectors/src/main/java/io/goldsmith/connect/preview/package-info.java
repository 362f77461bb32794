/**
 * Shows what a connector would land, and lands nothing. The first rows of each stream flow in; out flows each row raw, mapped, in
 * standard form, and with what the validation rules say of it. The hub's database is not opened, so that this works beside a running hub
 * and before the first one.
 */
package io.goldsmith.connect.preview;
