package io.netloom.app.tour;

/// A rectangle in the window, in pixels.
///
/// @param x of its left edge
/// @param y of its upper edge
/// @param width at least 0
/// @param height at least 0
record Area(double x, double y, double width, double height) {
    private static final double GAP = 14;
    private static final double EDGE = 12;

    /// Where a card stands beside what it tells of: below it, if that is flat, else at its right, at its left, below or above it, wherever there is
    /// room first; where there is none, as beside what fills the window, in its middle.
    ///
    /// @param cardWidth of the card
    /// @param cardHeight of the card
    /// @param window all that can be seen
    Area beside(double cardWidth, double cardHeight, Area window) {
        double middleY = window.keepY(y + (height - cardHeight) / 2, cardHeight);
        double middleX = window.keepX(x + (width - cardWidth) / 2, cardWidth);
        boolean roomBelow = y + height + GAP + cardHeight + EDGE <= window.y + window.height;
        if (roomBelow && height < cardHeight) {
            return new Area(middleX, y + height + GAP, cardWidth, cardHeight);
        } else if (x + width + GAP + cardWidth + EDGE <= window.x + window.width) {
            return new Area(x + width + GAP, middleY, cardWidth, cardHeight);
        } else if (x - GAP - cardWidth - EDGE >= window.x) {
            return new Area(x - GAP - cardWidth, middleY, cardWidth, cardHeight);
        } else if (roomBelow) {
            return new Area(middleX, y + height + GAP, cardWidth, cardHeight);
        } else if (y - GAP - cardHeight - EDGE >= window.y) {
            return new Area(middleX, y - GAP - cardHeight, cardWidth, cardHeight);
        }
        return new Area(middleX, middleY, cardWidth, cardHeight);
    }

    /// What of it lies in the window.
    Area within(Area window) {
        double left = Math.max(x, window.x);
        double top = Math.max(y, window.y);
        return new Area(left, top, Math.max(0, Math.min(x + width, window.x + window.width) - left),
                Math.max(0, Math.min(y + height, window.y + window.height) - top));
    }

    private double keepX(double wanted, double cardWidth) {
        return Math.max(x + EDGE, Math.min(wanted, x + width - cardWidth - EDGE));
    }

    private double keepY(double wanted, double cardHeight) {
        return Math.max(y + EDGE, Math.min(wanted, y + height - cardHeight - EDGE));
    }
}
