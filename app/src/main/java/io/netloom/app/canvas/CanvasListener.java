package io.netloom.app.canvas;

import io.netloom.app.canvas.picture.Picture;

/// Is told what of the canvas has to be shown anew.
public interface CanvasListener {

    /// Cards and wires have changed, come or gone; remarks may have, too.
    void drawn(Picture.Diff diff);

    /// Another drawing is looked at; everything has changed.
    void replaced();

    /// Another part of the drawing shows.
    void viewed();

    /// Something else is selected.
    void selected();

    /// A gesture shows something else.
    void marked();

    /// The search, or the callout, has come, gone or changed.
    void asked();

    /// Cards are to glide to their new places: [CanvasViewModel#glide] says how far they are.
    void gliding();

    /// Somebody wants to write where this thing stands.
    void writing(Writing what);
}
