/**
 * The hub. Deliveries of source systems come in through {@link io.goldsmith.mdm.source.Intake}; golden records, stewardship tasks and
 * change events go out. {@link io.goldsmith.mdm.Hub} opens the rooms and knows how they are wired.
 */
package io.goldsmith.mdm;
