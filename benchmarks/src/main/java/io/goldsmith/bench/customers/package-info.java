/**
 * A number of records goes in; generated customers on disk, their truth, and what matching them comes to, come out.
 */
package io.goldsmith.bench.customers;
