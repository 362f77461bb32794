/** The matching engine. */
package io.goldsmith.matching;
