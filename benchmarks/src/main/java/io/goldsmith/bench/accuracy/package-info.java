/**
 * {@code bench accuracy}: labelled files and configurations go in, how well the clusters agree with the labels comes out.
 */
package io.goldsmith.bench.accuracy;
