package io.goldsmith.connect.capture;

import java.util.List;

/**
 * Where reading changes begins: everything before is landed.
 *
 * @param reached the position in the server's log
 * @param tables whose changes are read
 */
record CaptureStart(CapturePositions.Reached reached, List<CapturedTable> tables) {

    CaptureStart {
        tables = List.copyOf(tables);
    }
}
