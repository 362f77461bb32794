/**
 * Raw values come in, their canonical form goes out: what cannot be brought to it is reported, what stands for nothing becomes missing.
 * Dictionaries (titles, nicknames, legal forms, street words, placeholders) are text resources beside this package, easy to extend.
 */
package io.goldsmith.matching.standardise;
