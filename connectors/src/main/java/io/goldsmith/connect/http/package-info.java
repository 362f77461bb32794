/**
 * Talks to HTTP services through Camel routes. Pages of JSON flow in and become deliveries to the hub; single records are read and written for
 * replication.
 */
package io.goldsmith.connect.http;
