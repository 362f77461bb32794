/** The sample configurations of {@code match} come in and are held against public data, where it lies beside the repository. */
package io.goldsmith.samples.match;
