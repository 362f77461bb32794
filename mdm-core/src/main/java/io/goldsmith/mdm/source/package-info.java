/**
 * Source systems and their records. Deliveries come in from the connectors and are landed durably and idempotently, every version
 * kept; records in their versions in force go out to resolution.
 */
package io.goldsmith.mdm.source;
