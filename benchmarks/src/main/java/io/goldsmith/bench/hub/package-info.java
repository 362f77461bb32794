/**
 * A database and generated customers go in; a hub in a process of its own loads them, is updated and searched; figures come out.
 */
package io.goldsmith.bench.hub;
