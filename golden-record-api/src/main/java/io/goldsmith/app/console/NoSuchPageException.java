package io.goldsmith.app.console;

import io.goldsmith.app.AppException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What the address names does not exist, or no longer. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class NoSuchPageException extends AppException {

    private static final long serialVersionUID = 1L;

    NoSuchPageException(String message) {
        super(message);
    }
}
