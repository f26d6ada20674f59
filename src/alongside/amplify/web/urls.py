"""The addresses of the room amplify."""

app_name = "amplify"
urlpatterns: list[object] = []
