#pragma once

#include "session/stage.h"

namespace syn::session {

// Each registers what a person can do with one thing; `all` of them make the registry.
void addTimeActions(const Stage& stage);    ///< age.*
void addLifeActions(const Stage& stage);    ///< life.*, span.*, edit.*
void addViewActions(const Stage& stage);    ///< view.*, selection.*
void addPaneActions(const Stage& stage);    ///< pane.*, compare.*
void addCameraActions(const Stage& stage);  ///< camera.*
void addTourActions(const Stage& stage);    ///< tour.*
void addReaderActions(const Stage& stage);  ///< app.*, reading.*

void addAllActions(const Stage& stage);

}  // namespace syn::session
