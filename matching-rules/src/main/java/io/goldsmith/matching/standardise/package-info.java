/**
 * Raw values come in, their canonical form goes out: what cannot be brought to it is reported, what stands for nothing becomes missing.
 * Dictionaries (titles, nicknames, legal forms, street words, months, placeholders) are text resources beside this package, one entry
 * a line, easy to extend; what a comparison needs of a standard value beyond its text (phonetic key, mailbox, nickname) is here too.
 */
package io.goldsmith.matching.standardise;
