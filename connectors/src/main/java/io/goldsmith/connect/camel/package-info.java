/**
 * Reads whatever Camel has a component for. Exchanges flow in from endpoints of the configuration, are taken apart into messages, and are completed when
 * these are landed, never before: what completing means (a file moves, a mail is marked) is the endpoint's matter.
 */
package io.goldsmith.connect.camel;
